// Where the answers to the questions of "What do you know now?" come from.
import { checked, client, FIRST, fileOf, server, socketsAt, THIRD, type Origin } from "../scene.ts";

/** The part of each step that asks. */
const PART = "What do you know now?";

/** A server that keeps itself busy for ten seconds as soon as it listens. */
const BUSY = [
  /(console\.log\(`Listening .*\n)/,
  "$1const until = Date.now() + 10_000; while (Date.now() < until);\n",
] as const;

/** The blocks of each step in their order. */
export const QUESTIONS: { readonly [place: string]: readonly Origin[] } = {
  [`01 ${PART}`]: [{}],
  [`02 ${PART}`]: [
    { edits: [[fileOf(2, "server"), /(server\.listen.*\n)/, "$1console.log(server.listening);\n"]] },
    checked(2, [fileOf(2, "server"), /(await once.*\n)/, "$1$1"]),
  ],
  [`03 ${PART}`]: [
    {},
    {
      edits: [[fileOf(3, "client"), /(socket\.connect.*\n)(await once.*\n)/, "$2$1"]],
      or: ["", /^Warning: Detected unsettled top-level await[^]*\n(?=13$)/m],
    },
  ],
  [`04 ${PART}`]: [{}, {}, { edits: [[fileOf(4, "server"), ...BUSY]] }],
  [`05 ${PART}`]: [
    { edits: [[fileOf(5, "client"), /(const message[^]*)(const \[reply\].*\n)/, "$2$1"]] },
    {},
  ],
  [`06 ${PART}`]: [
    {
      edits: [
        [fileOf(6, "server"), "\nserver.close();", ""],
        [fileOf(6, "server"), /(console\.log\(`Connected .*\n)/, "$1server.close();\n"],
      ],
    },
    { before: [server(6)] },
    {
      edits: [[fileOf(6, "server"), "socket.end();", ""]],
      before: [server(6), client(6), socketsAt("-tan")],
      terminal: THIRD,
      shortened: true,
      lookAgain: true,
    },
  ],
  [`07 ${PART}`]: [{ edits: [[fileOf(7, "client"), "toString", "toSring"]], before: [server(7)] }, {}],
  [`08 ${PART}`]: [{ edits: [[fileOf(8, "server"), ", { stream: true }", ""]] }, {}],
  [`09 ${PART}`]: [{ between: [client(9)] }, {}],
  [`10 ${PART}`]: [
    {
      before: [
        [FIRST, "npm run server 10 -- --keep-open > /dev/null"],
        [THIRD, "npm run greedy"],
      ],
    },
  ],
  [`11 ${PART}`]: [{}, {}],
};
