// The entry of every command: node tools/run.js COMMAND [ARGUMENTS…]
// Plain JavaScript that old versions of Node understand, so that it can say what is missing; then TypeScript takes over.
import { readFileSync } from "fs";

const COMMANDS = {
  start: "start.ts",
  server: "program.ts",
  client: "program.ts",
  test: "test.ts",
  check: "check.ts",
  starters: "starters.ts",
};

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Whether version `a` is older than version `b`: both are [major, minor, patch]. */
function isOlder(a, b) {
  const first = a.findIndex((number, index) => number !== b[index]);
  return first >= 0 && a[first] < b[first];
}

const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const needed = engines.node.replace(">=", "");
if (isOlder(process.versions.node.split(".").map(Number), needed.split(".").map(Number))) {
  fail(
    `This course needs Node ${needed} or newer, and this is ${process.version}. Get a newer one at https://nodejs.org`,
  );
}

const [command, ...args] = process.argv.slice(2);
if (!(command in COMMANDS)) fail(`Usage: node tools/run.js ${Object.keys(COMMANDS).join("|")} [arguments]`);

import("tsx/esm/api")
  .catch(() => fail("The course's packages are not installed yet. Run: npm install"))
  .then(({ register }) => {
    register();
    return import(new URL(COMMANDS[command], import.meta.url).href);
  })
  .then(({ main }) => main(args, command))
  .then((exitCode) => {
    process.exitCode = exitCode;
  })
  // Commands throw what the user should know, as one line.
  .catch((error) => fail(String(error.message).split("\n")[0]));
