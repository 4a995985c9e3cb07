// Takes NaN for no time-out.
// mistake: accepts-nonsense
// why: `if (timeout)` looks as if it asked for the option.
import { once } from "node:events";
import net from "node:net";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";

const HOST = process.env.HOST ?? "127.0.0.1";
const PORT = Number(process.env.PORT ?? 9999);

/** Shows control characters as a number. */
const visible = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => `\\x${character.charCodeAt(0).toString(16)}`);

const socket = new net.Socket();
try {
  const { values, positionals } = parseArgs({
    options: { timeout: { type: "string" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log("Options: --timeout SECONDS; --help");
    process.exit();
  }
  const timeout = Number(values.timeout);
  if (timeout) socket.setTimeout(timeout * 1000, () => socket.destroy(new Error("no answer")));
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
