// npm start [N] -- --trace: the server and the client together, and what passes between them drawn as it happens.
import { sides, type Programs, type Side } from "../test/tutor/course/course.ts";
import { startDrawing } from "../test/tutor/tell/draw.ts";
import { mentions } from "../test/tutor/judge/output.ts";
import { freePort } from "../test/tutor/run/peer.ts";
import { hangingWait } from "../test/tutor/judge/waits.ts";
import { run } from "../test/tutor/run/process.ts";
import { nodeArguments, probe } from "../test/tutor/run/program.ts";
import { startProxy } from "../test/tutor/run/proxy.ts";
import type { Terminal } from "../test/tutor/tell/terminal.ts";
import { reportsOf, startTranscript } from "../test/tutor/run/transcript.ts";
import { words } from "../test/tutor/tell/words.ts";

/** How long, in milliseconds, the server may take until it says at which port it is. */
const READY = 2_000;

/** Runs `programs` until both have ended; `happened` is told of every event. Gives exit code 1 if one of them failed. */
export async function trace(
  programs: Programs,
  port: number,
  terminal: Terminal,
  happened: () => void,
): Promise<number> {
  const transcript = startTranscript();
  const drawing = startDrawing({ client: "client", server: "server" }, terminal);
  const print = (lines: readonly string[]) => lines.forEach((line) => console.log(line));
  let drawn = 0;
  const drawNew = () => {
    for (; drawn < transcript.events.length; drawn += 1) {
      print(drawing.add(transcript.events[drawn]!));
      happened();
    }
  };

  // The client finds the proxy where it looks for the server, and the server is somewhere else.
  const ports = { client: port, server: await freePort() };
  const proxy = await startProxy(ports.client, ports.server, transcript);
  console.log(`    ${words.proxyAt(ports.client, ports.server)}\n`);
  print(drawing.heading);
  const start = (side: Side) =>
    run(side, process.execPath, nodeArguments(programs[side], [], [probe]), {
      env: { PORT: String(ports[side]), ECHO_PROBE: programs[side] },
      transcript,
    });
  const server = start("server");
  await transcript.until(() => {
    drawNew();
    return mentions(server.stdout(), ports.server) || server.exit();
  }, READY);
  const client = start("client");
  let areStuck = false;
  await transcript.until(() => {
    drawNew();
    // Neither can act any more by itself: they wait for each other.
    const rests = [server, client].map((program) => program.exit() === undefined && program.isAtRest());
    if (!areStuck && rests.every(Boolean)) {
      areStuck = true;
      for (const side of sides) {
        const wait = hangingWait(reportsOf(transcript.events, side));
        if (wait) print(drawing.add({ kind: "wait", from: side, wait, at: transcript.elapsed() }));
      }
    }
    return server.exit() && client.exit();
  }, Infinity);
  proxy.close();
  return [server, client].every((program) => program.exit()?.code === 0) ? 0 : 1;
}
