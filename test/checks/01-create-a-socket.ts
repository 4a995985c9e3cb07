// Step 01: each program creates its socket and says so. Nothing is on the network yet.
import { check, type Bench } from "../tutor/judge/check.ts";
import { watch } from "../tutor/judge/watch.ts";
import { Mistake } from "../tutor/judge/mistake.ts";
import type { MistakeName } from "../tutor/judge/mistakes.ts";
import { listensAt } from "../tutor/judge/output.ts";
import type { Program } from "../tutor/run/program.ts";
import { ofKind } from "../tutor/run/reports.ts";

async function createsSocket(program: Program, kind: "net.Server" | "net.Socket"): Promise<void> {
  if (
    !(await watch(program, () =>
      program.reports().some((report) => report.kind === "created" && report.type === kind),
    ))
  ) {
    const [other] = ofKind(program.reports(), "created").filter(({ line }) => line > 0);
    throw new Mistake(other === undefined ? "creates-no-socket" : "creates-other-socket", program);
  }
  if (!(await watch(program, () => program.stdout() !== ""))) throw new Mistake("prints-nothing", program);
}

/** In step 01 itself a program ends when it has created its socket. Later it has more to do. */
async function endsOffline(program: Program, bench: Bench, isOnline: () => boolean, mistake: MistakeName) {
  if (bench.step > 1) return;
  if (await watch(program, isOnline)) throw new Mistake(mistake, program);
  const end = program.exit();
  if (end === undefined) throw new Mistake("never-ends", program);
  if (end.code !== 0) throw new Mistake("exits-with-failure", program, { actual: String(end.code) });
}

export const checks = [
  check("server", "the server creates a server socket, prints a line, and ends", async (bench) => {
    const server = await bench.startServer();
    await createsSocket(server, "net.Server");
    await endsOffline(server, bench, () => listensAt(server).length > 0, "listens-too-early");
  }),

  check("client", "the client creates a socket, prints a line, and ends", async (bench) => {
    const client = await bench.startClientWithServer();
    await createsSocket(client, "net.Socket");
    // Or has tried to connect, perhaps to another port.
    const isConnecting = () => client.peers.length > 0 || client.stderr().includes("ECONNREFUSED");
    await endsOffline(client, bench, isConnecting, "connects-too-early");
  }),
];
