// Where the blocks of text in LESSON.md come from, to the end of Part I.
import {
  checked,
  client,
  FIRST,
  fileOf,
  SECOND,
  server,
  socketsAt,
  strace,
  tcpdump,
  THIRD,
  type Origin,
} from "../scene.ts";
import { CLIENT_CATCHES, eitherEvent, SERVER_CATCHES } from "./bites.ts";

/** The blocks of Part I in their order, by section and part. */
export const PART_1: { readonly [place: string]: readonly Origin[] } = {
  "How to use this course": [{ anyOrder: true }],

  "01 Run it": [{}],
  "01 Check it": [{ wrong: "only-prints.server" }],
  "01 Try this": [{ before: [[SECOND, "PORT=echo npm run server 1"]] }],

  "02 Run it": [{}],
  "02 Check it": [
    { wrong: "prints-early.server" },
    checked(2, [fileOf(2, "server"), /(server\.listen.*\n)(await once.*\n)/, "$2$1"]),
  ],
  "02 What really happens": [
    strace,
    { before: [server(2), socketsAt("-tln")], terminal: THIRD, lookAgain: true },
  ],
  "02 Try this": [
    {
      edits: [[fileOf(2, "server"), /(await once\(server, "listening"\);\n)(console\.log.*\n)/, "$2$1"]],
      before: [server(2), [SECOND, "npm run server 2"]],
      shortened: true,
    },
  ],

  "03 Run it": [{}],
  "03 Check it": [
    { wrong: "own-address.server" },
    checked(3, [fileOf(3, "server"), "remoteAddress", "remoteAdress"]),
    checked(3, [
      fileOf(3, "server"),
      /const \[socket\] = \((await once.*)\) as \[net\.Socket\]/,
      "const socket = $1",
    ]),
    checked(3, [fileOf(3, "server"), "as [net.Socket]", "as net.Socket"]),
  ],
  "03 What really happens": [
    tcpdump,
    {
      before: [server(3), client(3), socketsAt("-tn")],
      terminal: THIRD,
      anyOrder: true,
      lookAgain: true,
    },
  ],
  "03 Try this": [
    {
      edits: [
        [
          fileOf(3, "server"),
          /(console\.log\(`Listening .*\n)/,
          "$1const until = Date.now() + 10_000; while (Date.now() < until);\n",
        ],
      ],
      before: [server(3), client(3), socketsAt("-tln")],
      terminal: THIRD,
      lookAgain: true,
    },
  ],

  "Where am I stuck? How to read a verdict": [
    {
      ...checked(3, [fileOf(3, "client"), /(await once.*\n)/, "$1$1"]),
      solved: 3,
    },
  ],

  "04 Run it": [{}],
  "04 Check it": [{ wrong: "listens-at-server.server" }],
  "04 What really happens": [tcpdump],
  "04 Try this": [
    {
      edits: [[fileOf(4, "client"), 'Buffer.from(message, "utf8")', 'Buffer.from(message, "latin1")']],
      before: [server(4), [SECOND, 'npm run client 4 "Grüße, 世界 👋"']],
      terminal: FIRST,
      shortened: true,
    },
  ],

  "05 Run it": [{}],
  "05 Check it": [{ wrong: "decodes.server" }],
  "05 What really happens": [strace],
  "05 Try this": [
    {
      edits: [[fileOf(5, "server"), "socket.write(data);", 'socket.write(data.toString("utf8"));']],
      before: [server(5)],
    },
  ],

  "06 Run it": [{}],
  "06 Check it": [{ wrong: "keeps-listening.server" }],
  "06 What really happens": [
    tcpdump,
    {
      before: [server(6), client(6), socketsAt("-tan")],
      terminal: THIRD,
      shortened: true,
      or: ["127.0.0.1:9999 127.0.0.1:<port>", "127.0.0.1:<port> 127.0.0.1:9999"],
      lookAgain: true,
    },
  ],

  "07 Run it": [
    {},
    {
      before: [server(7), [SECOND, "npm run server 7"]],
    },
    { before: [server(7)] },
    { before: [[SECOND, "PORT=echo npm run server 7"]] },
  ],
  "07 Your turn": [
    { ...checked(7, ...CLIENT_CATCHES), solved: 6 },
    { ...checked(7, ...CLIENT_CATCHES, eitherEvent("client"), ...SERVER_CATCHES), solved: 6 },
  ],
  "07 Check it": [
    { wrong: "waits-for-data.server" },
    checked(7, [
      fileOf(7, "server"),
      '(await once(server, "connection")) as [net.Socket]',
      'await once(server, "connection")',
    ]),
  ],
  "07 What really happens": [tcpdump],
  "07 Try this": [
    {
      edits: [[fileOf(7, "server"), "socket.write(data);", "// socket.write(data);"]],
      before: [server(7), client(7)],
    },
    {
      edits: [
        [fileOf(7, "server"), "socket.write(data);", "// socket.write(data);"],
        [fileOf(7, "client"), /Promise\.race\(\[once.*\]\)\)/, 'once(socket, "data"))'],
      ],
      before: [server(7), client(7)],
      or: ["", /\nWarning: Detected unsettled top-level await[^]*/],
    },
  ],
};
