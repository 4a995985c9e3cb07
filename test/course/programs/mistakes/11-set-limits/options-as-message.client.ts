// Takes an option that it does not know for the message.
// mistake: accepts-nonsense
// why: what is not --timeout must be the message.
import { once } from "node:events";
import net from "node:net";
import { buffer } from "node:stream/consumers";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

/** Shows control characters as a number. */
const visible = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\x${character.charCodeAt(0).toString(16)}`);

const socket = new net.Socket();
try {
  const values: { timeout?: string; help?: boolean } = {};
  const positionals: string[] = [];
  for (const [index, argument] of process.argv.entries()) {
    if (index < 2 || process.argv[index - 1] === "--timeout") continue;
    if (argument === "--help") values.help = true;
    else if (argument === "--timeout") values.timeout = process.argv[index + 1];
    else positionals.push(argument);
  }
  if (values.help) {
    console.log("Options: --timeout SECONDS; --help");
    process.exit();
  }
  if (values.timeout !== undefined && !/^[1-9]\d*$/.test(values.timeout))
    throw new Error(`--timeout takes a number, not ${values.timeout}`);
  if (values.timeout) {
    const timeout = Number(values.timeout) * 1000;
    socket.setTimeout(timeout, () => socket.destroy(new Error("no answer")));
  }
  socket.connect(PORT, HOST);
  await once(socket, "connect");
  console.log(`Connected to ${HOST}:${PORT}`);
  const message = positionals[0] ?? "Hello Echo!";
  socket.end(message);
  console.log(`Sent: ${message}`);
  const reply = await buffer(socket);
  console.log(`Server echoed: ${visible(reply.toString("utf8"))}`);
  if (reply.toString("utf8") !== message) throw new Error("something else came back");
} catch (error) {
  console.error(`Failed at ${HOST}:${PORT}: ${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  socket.destroy();
}
