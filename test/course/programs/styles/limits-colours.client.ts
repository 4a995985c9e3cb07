// A right echo client with a limit that logs in colours, and shows what came as one quoted word for a shell.
// right for: 11
import { once } from "node:events";
import net from "node:net";
import { text } from "node:stream/consumers";
import { parseArgs, styleText } from "node:util";

const address = { host: process.env.HOST || "127.0.0.1", port: +(process.env.PORT || 9999) };
const HELP = "usage: echo_client.ts [-t SECONDS | --timeout SECONDS] [-h | --help] [message]";

const safe = (dangerous: string) =>
  dangerous.replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e]/g, (it) => `\\${it.charCodeAt(0).toString(8).padStart(3, "0")}`);

async function echo(message: string, seconds = 0): Promise<void> {
  const socket = new net.Socket();
  const expired = once(socket, "timeout").then(() => {
    throw new Error(`gave up after ${seconds} s`);
  });
  const talk = async () => {
    await once(socket.setTimeout(seconds * 1000).connect(address), "connect");
    console.log(styleText("green", "connected"), address);
    socket.end(message);
    console.log(styleText("blue", "said"), message);
    return text(socket);
  };
  try {
    const heard = await Promise.race([talk(), expired]);
    console.log(styleText("blue", "heard"), `$'${safe(heard)}'`);
    if (heard !== message) throw new Error(`said ${message.length} characters, heard ${heard.length}`);
  } finally {
    expired.catch(() => undefined);
    socket.destroy();
  }
}

try {
  const { values, positionals } = parseArgs({
    options: { timeout: { type: "string", short: "t" }, help: { type: "boolean", short: "h" } },
    allowPositionals: true,
  });
  const seconds = values.timeout === undefined ? undefined : Number(values.timeout);
  if (seconds !== undefined && (Number.isNaN(seconds) || seconds <= 0)) throw new Error(HELP);
  if (values.help) console.log(HELP);
  else await echo(positionals[0] ?? "Hello Echo!", seconds);
} catch (error) {
  console.error(styleText("red", "failed"), `${address.host}:${address.port}`, (error as Error).message);
  process.exitCode = 1;
}
