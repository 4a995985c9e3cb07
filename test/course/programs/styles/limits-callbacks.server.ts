// A right echo server with limits, written with callbacks: it reads its options, counts its clients and measures time
// by itself, and logs JSON.
// right for: 10-11
import net from "node:net";

const HOST = process.env.HOST ?? "0.0.0.0";
const PORT = Number(process.env.PORT ?? 9999);

/** JSON, without the characters that JSON leaves as they are although a terminal obeys them. */
const tell = (facts: object, print = console.log) =>
  print(
    JSON.stringify(facts).replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (character) => {
      return "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0");
    }),
  );

function fail(error: unknown): never {
  tell({ event: "failed", at: `${HOST}:${PORT}`, why: (error as Error).message }, console.error);
  process.exit(1);
}

const options = { keepOpen: false, idleTimeout: Infinity, maxConnections: Infinity };
const words = process.argv.slice(2).flatMap((word) => word.split("=", 2));
const number = (word: string | undefined) => {
  const value = Number(word);
  if (!word || !(value > 0) || value > 86_400) fail(new Error(`Not a sensible number: ${word}`));
  return value;
};
while (words.length > 0) {
  const word = words.shift();
  if (word === "-k" || word === "--keep-open") options.keepOpen = true;
  else if (word === "--idle-timeout") options.idleTimeout = number(words.shift());
  else if (word === "--max-connections") options.maxConnections = number(words.shift());
  else if (word === "-h" || word === "--help") {
    console.log("Options: -k (--keep-open), --idle-timeout SECONDS, --max-connections N, -h (--help)");
    process.exit();
  } else fail(new Error(`Unknown option: ${word}`));
}

let connections = 0;

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  const client = `${socket.remoteAddress}:${socket.remotePort}`;
  socket.on("error", (error) => {
    tell({ event: "broken", client, why: error.message }, console.error);
    if (!options.keepOpen) process.exitCode = 1;
  });
  if (connections >= options.maxConnections) {
    tell({ event: "turned away", client, connections });
    socket.destroy();
    return;
  }
  connections += 1;
  tell({ event: "connected", client, connections });
  if (!options.keepOpen) server.close();

  let timer: NodeJS.Timeout | undefined;
  const wind = () => {
    clearTimeout(timer);
    if (options.idleTimeout === Infinity) return;
    timer = setTimeout(() => socket.destroy(new Error("asleep")), options.idleTimeout * 1_000);
  };
  wind();

  const decoder = new TextDecoder();
  socket.on("data", (data) => {
    wind();
    if (socket.bytesRead <= 65_536)
      tell({ event: "data", client, text: decoder.decode(data.subarray(0, 100), { stream: true }) });
    if (socket.write(data, wind)) return;
    socket.pause();
    socket.once("drain", () => socket.resume());
  });
  socket.on("end", () => {
    tell({ event: "end", client, text: decoder.decode() });
    socket.end();
  });
  socket.on("close", () => {
    connections -= 1;
    clearTimeout(timer);
    tell({ event: "closed", client, bytes: socket.bytesRead });
  });
});

server.on("error", fail);
process.once("SIGINT", () => server.close());
process.once("SIGTERM", () => server.close());
try {
  server.listen(PORT, HOST, () => tell({ event: "listening", at: `${HOST}:${PORT}` }));
} catch (error) {
  fail(error);
}
