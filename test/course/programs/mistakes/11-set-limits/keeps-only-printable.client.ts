// Keeps letters, digits and punctuation, and drops everything else.
// mistake: hides-control-characters
// why: a list of what is allowed is safe.
import net from "node:net";

const { HOST = "127.0.0.1", PORT = "9999" } = process.env;
const HELP = "Usage: echo_client.ts [--timeout SECONDS] [--help] [MESSAGE]";

function wholeNumber(name: string, text: string | undefined): number {
  if (!/^[1-9][0-9]{0,5}$/.test(text ?? "")) throw new Error(`${name} needs a whole number`);
  return Number(text);
}

function visible(text: string): string {
  return [...text].filter((sign) => /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(sign)).join("");
}

function fail(error: unknown): void {
  console.error(`Client (${HOST}:${PORT}): ${(error as Error).message}`);
  process.exitCode = 1;
}

function talk(message: Buffer, timeout: number): void {
  const socket = net.connect(Number(PORT), HOST, () => {
    console.log(`Connected to ${HOST}:${PORT}`);
    socket.end(message);
    console.log(`Sent: ${message}`);
  });
  socket.setTimeout(timeout * 1000, () => socket.destroy(new Error(`no answer for ${timeout} s`)));
  const pieces: Buffer[] = [];
  socket.on("data", (piece) => pieces.push(piece));
  socket.on("error", fail);
  socket.on("end", () => {
    const reply = Buffer.concat(pieces);
    console.log(`Server echoed: ${visible(reply.toString())}`);
    if (!reply.equals(message)) fail(new Error("the reply is not the message"));
  });
}

try {
  let [timeout, message, help] = [0, "Hello Echo!", false];
  const words = process.argv.slice(2);
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === "--help" || word === "-h") help = true;
    else if (word.startsWith("--timeout")) timeout = wholeNumber("--timeout", word.split("=")[1] ?? words.shift());
    else if (word.startsWith("--")) throw new Error(`unknown option ${word}`);
    else message = word;
  }
  if (help) console.log(HELP);
  else talk(Buffer.from(message), timeout);
} catch (error) {
  fail(error);
}
