// The whole check on every Node that the course supports, and the finished programs alone on those that need no help
// with TypeScript. For those who change the course; it takes the check's time for each of them.
//   npx tsx test/course/every-node.ts                                         npm run check, on each
//   npx tsx test/course/every-node.ts --import tsx --test test/course/tutor/draw.test.ts   something quicker: arguments for each Node
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../tutor/course/course.ts";
import { ask } from "./endurance/foreign.ts";
import { mentions } from "../tutor/judge/output.ts";
import { freePort, LOOPBACK } from "../tutor/run/peer.ts";
import { run } from "../tutor/run/process.ts";

const MAJORS = [20, 22, 24, 26];
const CHECK = ["tools/run.js", "check"];
/** Where the Nodes are kept from one time to the next, outside of the course. */
const CACHE = path.join(tmpdir(), "echo-every-node");
/** How long, in milliseconds, to wait for one thing that the finished programs do. */
const PATIENCE = 15_000;
const MESSAGE = "Grüße, 世界 👋";

/** The newest Node of version `major`, as the npm package "node" brings it: installed once, found again later. */
function install(major: number): string {
  const folder = path.join(CACHE, String(major));
  const node = path.join(folder, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(node)) return node;
  mkdirSync(folder, { recursive: true });
  // A package of its own. Its one dependency fetches the program for this system in an install script.
  writeFileSync(path.join(folder, "package.json"), '{ "private": true, "allowScripts": { "node": true } }\n');
  const options = { cwd: folder, stdio: "inherit", shell: process.platform === "win32" } as const;
  spawnSync("npm", ["install", "--no-audit", "--no-fund", `node@${major}`], options);
  if (!existsSync(node)) throw new Error(`npm could not install node@${major} in ${folder}`);
  return node;
}

/** Runs the finished programs with nothing but `node`: no package, no setting. Says how it went. */
async function runAlone(node: string): Promise<string> {
  if (ask([node, "--print", "process.features.typescript"])?.trim() !== "strip") return "needs tsx";
  const folder = mkdtempSync(path.join(tmpdir(), "echo-alone-"));
  cpSync(path.join(root, "solution"), folder, { recursive: true });
  const port = await freePort();
  const options = { cwd: folder, env: { PORT: String(port), HOST: LOOPBACK, NODE_OPTIONS: "" } };
  const server = run("server", node, ["echo_server.ts"], options);
  const started = [server];
  try {
    await server.transcript.until(() => mentions(server.stdout(), port) || server.exit(), PATIENCE);
    const client = run("client", node, ["echo_client.ts", MESSAGE], options);
    started.push(client);
    await client.transcript.until(client.exit, PATIENCE);
    await server.transcript.until(server.exit, PATIENCE);
    const ended = started.every((program) => program.exit()?.code === 0);
    return ended && client.stdout().includes(`echoed: ${MESSAGE}`) ? "works" : "FAILS";
  } finally {
    await Promise.all(started.map((program) => program.kill()));
    rmSync(folder, { recursive: true, force: true });
  }
}

const args = process.argv.slice(2);
const rows: string[][] = [
  ["Node", args.length > 0 ? "the command" : "npm run check", "minutes", "solution/ alone"],
];
for (const major of MAJORS) {
  const node = install(major);
  const version = ask([node, "--version"])?.trim() ?? `${major}?`;
  console.log(`\n── Node ${version}`);
  const began = performance.now();
  const { status } = spawnSync(node, args.length > 0 ? args : CHECK, { cwd: root, stdio: "inherit" });
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  rows.push([version, status === 0 ? "passes" : "FAILS", minutes, await runAlone(node)]);
}
console.log(
  `\n${rows
    .map((cells) =>
      cells
        .map((cell) => cell.padEnd(16))
        .join("")
        .trimEnd(),
    )
    .join("\n")}`,
);
process.exitCode = rows.some((cells) => cells.includes("FAILS")) ? 1 : 0;
