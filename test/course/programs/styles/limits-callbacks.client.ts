// A right echo client with a limit, written with callbacks: it reads its options and measures time by itself.
// right for: 11
import net from "node:net";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

function fail(why: string): never {
  console.error(`Client (${HOST}:${PORT}): ${why}`);
  process.exit(1);
}

let patience = Infinity;
const messages: string[] = [];
for (let rest = process.argv.slice(2), word; (word = rest.shift()) !== undefined;) {
  if (word === "--") messages.push(...rest.splice(0));
  else if (word === "--help") {
    console.log("echo_client.ts [--timeout SECONDS] [--] [MESSAGE]");
    process.exit();
  } else if (word === "--timeout") rest.unshift(`--timeout=${rest.shift()}`);
  else if (word.startsWith("--timeout=")) {
    patience = 1_000 * Number(word.slice("--timeout=".length));
    if (!(patience > 0)) fail(`no time at all: ${word}`);
  } else if (word.startsWith("-")) fail(`unknown option ${word}`);
  else messages.push(word);
}
const [message = "Hello Echo!"] = messages;

let timer: NodeJS.Timeout | undefined;
const wind = () => {
  clearTimeout(timer);
  if (patience <= 2 ** 31 - 1) timer = setTimeout(fail, patience, `not a sign for ${patience} ms`);
};

const bytes = Buffer.from(message);
const reply: Buffer[] = [];
wind();
try {
  const socket = net.connect(PORT, HOST, () => {
    wind();
    console.log(`Connected to ${HOST}:${PORT}`);
    socket.end(bytes, () => console.log(`Sent ${JSON.stringify(message)}`));
  });
  socket.on("error", (error) => fail(error.message || String(error)));
  socket.on("data", (piece) => {
    wind();
    reply.push(piece);
  });
  socket.on("end", () => {
    clearTimeout(timer);
    const echo = Buffer.concat(reply);
    const shown = Array.from(echo.toString(), (character) =>
      /[\p{C}\p{Z}]/u.test(character) && character !== " " ? `<${character.codePointAt(0)}>` : character,
    );
    console.log(`Server echoed: ${shown.join("")}`);
    if (Buffer.compare(echo, bytes) !== 0) fail("that is something else");
  });
} catch (error) {
  fail((error as Error).message);
}
