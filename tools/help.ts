// COMMAND --help: how a command is called, and what it does.
import { terminalOf, wrap } from "../test/tutor/tell/terminal.ts";
import { words } from "../test/tutor/tell/words.ts";

/** What is said of the commands for contributors, who are spoken to in English. */
const FOR_CONTRIBUTORS: { readonly [command: string]: readonly string[] } = {
  check: ["npm run check", "Checks the course itself: its types, and its own tests with their coverage."],
  bench: [
    "npm run bench [echo|feedback]",
    "Measures how fast the finished server is beside others, or how long learners wait for feedback.",
  ],
  starters: ["node tools/run.js starters", "Writes down how the steps are handed out."],
};

/** Prints it. The server and the client have a --help of their own: that of the programs. */
export function help(command: string): void {
  const { columns } = terminalOf(process.stdout);
  const asked = command as keyof typeof words.help;
  const [usage, ...paragraphs] = FOR_CONTRIBUTORS[command] ?? [
    words.usage[asked],
    words.help[asked],
    words.helpLanguage,
  ];
  const lines = paragraphs.flatMap((paragraph) => ["", ...wrap(paragraph, columns)]);
  console.log([usage, ...lines].join("\n"));
}
