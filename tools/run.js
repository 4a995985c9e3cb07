// The entry of every command: node tools/run.js COMMAND [ARGUMENTS…]
// Plain JavaScript that old versions of Node understand, so that it can say what is missing; then TypeScript takes
// over.
import { readFileSync } from "fs";

const COMMANDS = new Map([
  ["start", "start.ts"],
  ["server", "program.ts"],
  ["client", "program.ts"],
  ["test", "test.ts"],
  ["watch", "watch.ts"],
  ["greedy", "greedy.ts"],
  ["grade", "grade.ts"],
  ["check", "check.ts"],
  ["starters", "starters.ts"],
]);

/** @type {(message: string) => never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Whether a version is older than another, such as "20.18.3" than "20.19.0". */
function isOlder(/** @type {string} */ version, /** @type {string} */ needed) {
  const [a, b] = [version.split(".").map(Number), needed.split(".").map(Number)];
  const differing = b.findIndex((number, index) => number !== a[index]);
  return differing >= 0 && Number(a[differing]) < Number(b[differing]);
}

const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const needed = engines.node.replace(">=", "");
if (isOlder(process.versions.node, needed)) {
  fail(
    `This course needs Node ${needed} or newer, and this is ${process.version}. Get one at https://nodejs.org`,
  );
}

const [command = "", ...args] = process.argv.slice(2);
const file =
  COMMANDS.get(command) ?? fail(`Usage: node tools/run.js ${[...COMMANDS.keys()].join("|")} [arguments]`);

async function run() {
  // What `npm test` needs longest for starts first, and goes on while the rest is being loaded.
  const checking =
    command === "test" ? (await import("../test/support/typecheck.js")).typecheck() : undefined;
  const { register } = await import("tsx/esm/api");
  register();
  const { main } = await import(new URL(file, import.meta.url).href);
  process.exitCode = await main(args, command, checking);
}

run().catch((error) => {
  if (/^(ERR_)?MODULE_NOT_FOUND$/.test(error.code) && /tsx|typescript/.test(error.message)) {
    fail("The course's packages are not installed yet. Run: npm install");
  }
  // Commands throw what the user should know, as one line.
  fail(String(error.message).split("\n")[0] ?? "");
});
