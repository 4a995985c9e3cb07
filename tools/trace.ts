// npm start [N] -- --trace: the server and the client together, and what passes between them drawn as it happens. With
// --step, it goes on only at Enter.
import { createInterface } from "node:readline";
import { otherSide, sides, type Programs, type Side } from "../test/tutor/course/course.ts";
import { describe, startDrawing } from "../test/tutor/tell/draw.ts";
import { mentions } from "../test/tutor/judge/output.ts";
import { freePort, LOOPBACK } from "../test/tutor/run/peer.ts";
import { hangingWait } from "../test/tutor/judge/waits.ts";
import { run } from "../test/tutor/run/process.ts";
import { nodeArguments, probe } from "../test/tutor/run/program.ts";
import { startProxy, type Passing, type Weather } from "../test/tutor/run/proxy.ts";
import { cut, type Terminal } from "../test/tutor/tell/terminal.ts";
import { reportsOf, startTranscript } from "../test/tutor/run/transcript.ts";
import { words } from "../test/tutor/tell/words.ts";

/** How long, in milliseconds, the server may take until it says at which port it is. */
const READY = 2_000;

export interface Tracing {
  /** Whether each thing waits for Enter before it is handed on. */
  readonly step: boolean;
  readonly weather: Weather;
}

/** Runs `programs` until both have ended; `happened` is told of every event. Gives exit code 1 if one of them failed. */
export async function trace(
  programs: Programs,
  port: number,
  { step, weather }: Tracing,
  terminal: Terminal,
  happened: () => void,
): Promise<number> {
  const transcript = startTranscript();
  const drawing = startDrawing(
    { client: words.program("client"), server: words.program("server") },
    terminal,
  );
  const print = (lines: readonly string[]) => lines.forEach((line) => console.log(line));
  let drawn = 0;
  let areStuck = false;
  const drawNew = () => {
    for (; drawn < transcript.events.length; drawn += 1) {
      const lines = drawing.add(transcript.events[drawn]!);
      print(lines);
      if (lines.length > 0) areStuck = false;
      happened();
    }
  };

  // The client finds the proxy where it looks for the server, and the server is somewhere else.
  const host = process.env["HOST"] || LOOPBACK;
  const ports = { client: port, server: await freePort() };
  const gate = step ? startGate(terminal, drawNew) : undefined;
  const proxy = await startProxy({
    port: ports.client,
    target: ports.server,
    host,
    weather,
    transcript,
    hold: gate?.hold,
  });
  console.log(`    ${words.proxyAt(ports.client, ports.server)}`);
  if (step) console.log(`    ${words.stepping}`);
  console.log("");
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
  await transcript.until(() => {
    drawNew();
    // Neither can act any more by itself, and nothing is on the way: they wait for each other.
    const rests = [server, client].map((program) => program.exit() === undefined && program.isAtRest());
    if (!areStuck && rests.every(Boolean) && !proxy.isBusy()) {
      areStuck = true;
      for (const side of sides) {
        const wait = hangingWait(reportsOf(transcript.events, side));
        if (wait) print(drawing.add({ kind: "wait", from: side, wait, at: transcript.elapsed() }));
      }
    }
    return server.exit() && client.exit();
  }, Infinity);
  gate?.close();
  proxy.close();
  return [server, client].every((program) => program.exit()?.code === 0) ? 0 : 1;
}

/** Holds everything, and hands one thing on whenever somebody presses Enter; after `a`, holds nothing any more. */
function startGate({ columns, paint, sign }: Terminal, drawNew: () => void) {
  const held: (() => void)[] = [];
  let isOpen = false;
  const open = () => {
    isOpen = true;
    for (const go of held.splice(0)) go();
  };
  const input = createInterface({ input: process.stdin });
  input.on("line", (line) => (/^a/i.test(line.trim()) ? open() : held.shift()?.()));
  input.once("close", open); // Nobody is there any more to press Enter.
  return {
    hold: (passing: Passing) =>
      new Promise<void>((go) => {
        if (isOpen) return go();
        held.push(go);
        drawNew(); // What came before.
        const text = `    ${sign("‖", "=")} ${words.held(otherSide(passing.from), describe(passing)[0]!)}`;
        console.log(paint("yellow", cut(text, columns, sign("…", "~"))));
      }),
    close: () => input.close(),
  };
}
