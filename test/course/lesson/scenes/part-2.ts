// Where the blocks of text in LESSON.md come from, in Part II.
import {
  buffers,
  checked,
  client,
  FIRST,
  fileOf,
  SECOND,
  server,
  SILENT,
  strace,
  tcpdump,
  THIRD,
  type Origin,
} from "../scene.ts";

const KEEP_OPEN = " -- --keep-open";

/** The server of step 08 before it is changed. */
const BEFORE_8 = { solved: 7, before: [server(8)] } as const;

/** Sends one character in two pieces. */
const TWO_PIECES = `node -e "const s = require('net').connect(9999, '127.0.0.1').resume(); \
  s.write(Buffer.from([0xe4])); \
  setTimeout(() => s.end(Buffer.from([0xb8, 0x96])), 500)"`;

/** Sends a colour and a line that looks like one of the server's. */
const RED = `node -e "require('net').connect(9999, '127.0.0.1').resume() \
  .end('Hi\\x1b[31m, I am red.\\nConnected by 203.0.113.7:4711')"`;

/** The blocks of Part II in their order, by section and part. */
export const PART_2: { readonly [place: string]: readonly Origin[] } = {
  "08": [BEFORE_8, BEFORE_8, BEFORE_8, { ...BEFORE_8 }],
  "08 Run it": [
    { before: [server(8)] },
    {
      before: [server(8), [SECOND, TWO_PIECES]],
      terminal: FIRST,
    },
    {
      before: [server(7), [SECOND, `npm run client 8 "$(printf '%0100000d' 0)" > /dev/null`]],
    },
  ],
  "08 Check it": [
    { wrong: "first-piece.server" },
    { wrong: "keeps-open.client" },
    checked(8, [fileOf(8, "client"), "const [data] of on", "const data of on"]),
  ],
  "08 What really happens": [tcpdump, buffers],
  "08 Try this": [
    {
      edits: [
        [
          fileOf(8, "server"),
          /const \[data\] of on\(.*\) as AsyncIterable<\[Buffer\]>/,
          "const data of socket",
        ],
        [fileOf(8, "server"), "console.log(`Received", "// console.log(`Received"],
      ],
      before: [server(8)],
      anyNumbers: true,
    },
  ],

  "09 Run it": [
    { shortened: true },
    {
      before: [server(9, KEEP_OPEN), [SECOND, SILENT], [THIRD, "npm run client 9"]],
      terminal: FIRST,
    },
  ],
  "09 Check it": [{ wrong: "awaits-each.server" }, { wrong: "no-signals.server" }],
  "09 What really happens": [strace],
  "09 Try this": [
    {
      edits: [[fileOf(9, "server"), "served.catch(", "await served.catch("]],
      before: [server(9, KEEP_OPEN), [THIRD, SILENT], client(9)],
    },
    {
      edits: [[fileOf(9, "server"), /if \(KEEP_OPEN\) served\.catch\(.*\n/, "if (KEEP_OPEN) void served;\n"]],
      before: [server(9, KEEP_OPEN)],
    },
  ],

  "10 Run it": [
    { solved: 9 },
    { byHand: "shows the memory of one machine" },
    { byHand: "is a command of PowerShell" },
    {
      before: [server(10, `${KEEP_OPEN} > /dev/null`), [SECOND, "npm run greedy"]],
      anyNumbers: true,
    },
  ],
  "10 Check it": [{ wrong: "ignores-result.server" }],
  "10 What really happens": [buffers, buffers, tcpdump],
  "10 Try this": [
    {
      edits: [
        [fileOf(9, "server"), "socket.write(data);", 'if (!socket.write(data)) await once(socket, "drain");'],
      ],
      before: [server(9, `${KEEP_OPEN} > /dev/null`), [SECOND, "npm run greedy"]],
      shortened: true,
    },
  ],

  "11 The idea": [
    { solved: 10, before: [server(11, KEEP_OPEN)] },
    { solved: 10, before: [server(11, KEEP_OPEN), [SECOND, RED]], terminal: FIRST },
  ],
  "11 Run it": [
    { before: [server(11, KEEP_OPEN), [SECOND, RED]], terminal: FIRST },
    {
      // The block shows the server from its start to its last line. The clients come in between.
      between: [
        [SECOND, SILENT],
        [THIRD, SILENT],
      ],
      or: [
        "Server echoed:\nEcho client failed (127.0.0.1:9999): nothing came back",
        "Echo client failed (127.0.0.1:9999): read ECONNRESET",
      ],
    },
    {},
    {},
  ],
  "11 Check it": [{ wrong: "keeps-line-ends.server" }, { wrong: "logs-all.server" }],
  "11 What really happens": [{ byHand: "shows two servers, one of them open to the network" }],
  "11 Try this": [{ byHand: "needs a network" }, { byHand: "needs a network" }],
};
