// The entry of every command: node tools/run.js COMMAND [ARGUMENTS…]
// Plain JavaScript that old versions of Node understand, so that it can say what is missing; then TypeScript takes
// over.
import { existsSync, readFileSync } from "fs";
import { language, setLanguage, takeLanguage } from "../test/tutor/course/locale.js";
import { printable } from "../test/tutor/course/printable.js";

const COMMANDS = new Map([
  ["start", "start.ts"],
  ["server", "program.ts"],
  ["client", "program.ts"],
  ["test", "test.ts"],
  ["watch", "watch.ts"],
  ["hint", "aid.ts"],
  ["answer", "aid.ts"],
  ["reset", "aid.ts"],
  ["greedy", "greedy.ts"],
  ["grade", "grade.ts"],
  ["check", "check.ts"],
  ["bench", "bench.ts"],
  ["starters", "starters.ts"],
]);
/** Those that pass --help on. */
const PROGRAMS = ["server", "client"];
/** Those for contributors, who are spoken to in English. */
const IN_ENGLISH = ["check", "bench", "starters"];
/** Those that are not compiled in advance; a score is not decided by anything that others may have kept. */
const AS_THEY_ARE = [...IN_ENGLISH, "grade"];

const english = {
  oldNode: (/** @type {string} */ needed) =>
    `This course needs Node ${needed} or newer, and this is ${process.version}. Get one at https://nodejs.org`,
  usage: (/** @type {string} */ commands) => `Usage: node tools/run.js ${commands} [arguments]`,
  oddFolder:
    "The name of the folder of the course, or of one around it, has a question mark in it. tsx cannot run anything there: rename it.",
  notInstalled: "The course's packages are not installed yet. Run: npm ci",
  otherSystem: `The packages in node_modules are not those of this system (${process.platform}-${process.arch}). Install them here: npm ci`,
  NoSteps: (/** @type {string} */ folder) =>
    `There is no folder ${folder}. Run this in the folder of the course.`,
  CheckerFails: (/** @type {string} */ output) =>
    `TypeScript does not run: ${output}. Install it again: npm ci`,
  noLanguage: (/** @type {string} */ name) =>
    `There is no language "${name}". Choose English or German: --lang en, or --lang de`,
};
/** @type {typeof english} */
const german = {
  oldNode: (needed) =>
    `Dieser Kurs braucht Node ${needed} oder neuer, und dies ist ${process.version}. Sie bekommen es auf https://nodejs.org`,
  usage: (commands) => `Verwendung: node tools/run.js ${commands} [Argumente]`,
  oddFolder:
    "Der Name des Ordners, in dem der Kurs liegt, oder eines Ordners darüber enthält ein Fragezeichen. Dort kann tsx nichts ausführen: Benennen Sie ihn um.",
  notInstalled: "Die Pakete des Kurses sind noch nicht installiert. Geben Sie ein: npm ci",
  otherSystem: `Die Pakete in node_modules sind nicht die dieses Systems (${process.platform}-${process.arch}). Installieren Sie sie hier: npm ci`,
  NoSteps: (folder) => `Es gibt keinen Ordner ${folder}. Rufen Sie den Befehl im Ordner des Kurses auf.`,
  CheckerFails: (output) =>
    `TypeScript lässt sich nicht ausführen: ${output}. Installieren Sie es neu: npm ci`,
  noLanguage: (name) =>
    `Eine Sprache „${name}“ gibt es nicht. Wählen Sie Englisch oder Deutsch: --lang en oder --lang de`,
};
/** The messages in the language that was decided for. */
const messages = () => ({ en: english, de: german })[language];

/** @type {(message: string) => never} */
function fail(message) {
  const line = message.split("\n").find((text) => text.trim() !== "") || message;
  // Whatever it quotes, it does not control the terminal.
  console.error(printable(line));
  process.exit(1);
}

/** Whether a version is older than another, such as "20.18.3" than "20.19.0". */
function isOlder(/** @type {string} */ version, /** @type {string} */ needed) {
  const [a, b] = [version.split(".").map(Number), needed.split(".").map(Number)];
  const differing = b.findIndex((number, index) => number !== a[index]);
  return differing >= 0 && Number(a[differing]) < Number(b[differing]);
}

// Who reads the output may stop reading it (head, less): then there is nobody to speak to.
for (const output of [process.stdout, process.stderr]) output.on("error", () => process.exit());

const [command = "", ...given] = process.argv.slice(2);
const { args, chosen, wrong } = takeLanguage(given, process.env);
if (chosen !== undefined) setLanguage(chosen);
if (IN_ENGLISH.includes(command)) setLanguage("en");

const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const needed = engines.node.replace(">=", "");
if (isOlder(process.versions.node, needed)) {
  fail(messages().oldNode(needed));
}

if (wrong !== undefined) fail(messages().noLanguage(wrong));

const file = COMMANDS.get(command) ?? fail(messages().usage([...COMMANDS.keys()].join("|")));

/** Whether the packages are there that are programs for a certain system, such as linux-x64. */
function hasNativePackages() {
  const system = `${process.platform}-${process.arch}`;
  return [`@esbuild/${system}`, `@typescript/typescript-${system}`].every((name) =>
    existsSync(new URL(`../node_modules/${name}`, import.meta.url)),
  );
}

/** Imports a file of this folder. Where the course's own coverage is measured, it is the one that is there. */
async function load(/** @type {string} */ file) {
  if (!AS_THEY_ARE.includes(command) && process.env["NODE_V8_COVERAGE"] === undefined) {
    const { importCompiled } = await import("./compiled.js");
    const files = [...COMMANDS].flatMap(([name, file]) => (AS_THEY_ARE.includes(name) ? [] : [file]));
    const compiled = await importCompiled(file, [...new Set(files), "help.ts"]);
    if (compiled !== undefined) return compiled;
  }
  const { register } = await import("tsx/esm/api");
  register();
  return import(new URL(file, import.meta.url).href);
}

async function run() {
  if (import.meta.url.includes("%3F")) fail(messages().oddFolder);
  const packages = new URL("../node_modules/tsx", import.meta.url);
  if (!existsSync(packages)) fail(messages().notInstalled);
  if (!hasNativePackages()) fail(messages().otherSystem);
  // What `npm test` needs longest for starts first, and goes on while the rest is being loaded.
  const checking =
    command === "test" ? (await import("../test/tutor/judge/typecheck.js")).typecheck() : undefined;
  if (!PROGRAMS.includes(command) && args.includes("--help")) return (await load("help.ts")).help(command);
  const { main } = await load(file);
  process.exitCode = await main(args, command, checking);
}

// Whatever fails, now or later: a command may go on, as `npm run watch` does.
process.on("unhandledRejection", (/** @type {NodeJS.ErrnoException} */ error) => {
  if (/^(ERR_)?MODULE_NOT_FOUND$/.test(error.code ?? "") && /tsx|typescript/.test(error.message)) {
    fail(messages().notInstalled);
  }
  // Commands throw what the user should know, as one line. What is deeper down only names it.
  const { name, message } = error;
  const told = name === "NoSteps" || name === "CheckerFails" ? messages()[name](message) : String(message);
  fail(told);
});
void run();
