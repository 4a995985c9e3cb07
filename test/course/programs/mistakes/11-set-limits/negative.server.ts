// Takes negative numbers, too.
// mistake: accepts-nonsense
// why: only NaN comes to mind as something that is no time.
import net from "node:net";
import { parseArgs } from "node:util";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (Number.isNaN(number)) throw new Error(`${name} takes a number, not ${text}`);
  return number;
}

/** Shows control characters as a number. */
const visible = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\x${character.charCodeAt(0).toString(16)}`);

let keepOpen = false;
let idleTimeout: number | undefined;
let maxConnections: number | undefined;
try {
  const { values } = parseArgs({
    options: {
      "keep-open": { type: "boolean", short: "k" },
      "idle-timeout": { type: "string" },
      "max-connections": { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log("Options: -k, --keep-open; --idle-timeout SECONDS; --max-connections N; --help");
    process.exit();
  }
  keepOpen = values["keep-open"] ?? false;
  idleTimeout = wholeNumber("--idle-timeout", values["idle-timeout"]);
  maxConnections = wholeNumber("--max-connections", values["max-connections"]);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

const fail = ({ message }: Error) => {
  console.error(`Failed at ${HOST}:${PORT}: ${message}`);
  if (!keepOpen) process.exitCode = 1;
};
const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  console.log(`Connected by ${socket.remoteAddress}:${socket.remotePort}`);
  if (!keepOpen) server.close();
  socket.on("error", fail);
  if (idleTimeout) socket.setTimeout(idleTimeout * 1000, () => socket.destroy());
  let room = 80;
  socket.on("data", (data) => {
    if (room > 0) console.log(`Received: ${visible(data.toString("utf8", 0, room))}`);
    room -= data.length;
  });
  socket.pipe(socket);
});
server.maxConnections = maxConnections ?? Infinity;
server.on("drop", () => console.log(`Turned away: ${maxConnections} clients are here`));
server.on("error", fail);
process.once("SIGINT", () => server.close()).once("SIGTERM", () => server.close());
server.listen(PORT, HOST, () => console.log(`Listening on ${HOST}:${PORT}`));
