// A right echo client with a limit, written with web streams. It prints each piece when it comes, without line ends.
// right for: 11
import { once } from "node:events";
import net from "node:net";
import { ReadableStream, TextDecoderStream, type ReadableWritablePair } from "node:stream/web";
import { parseArgs } from "node:util";

const { HOST = "127.0.0.1", PORT = "9999" } = process.env;
const says = (text: string) => `tcp://${HOST}:${PORT}/ ${text}`;

async function main(args: string[]): Promise<void> {
  const options = { timeout: { type: "string" }, help: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help)
    return void process.stdout.write(
      Object.keys(options)
        .map((name) => `--${name}\n`)
        .join(""),
    );
  if (values.timeout !== undefined && !/^0*[1-9]\d{0,5}$/.test(values.timeout))
    throw new Error(`--timeout: ${JSON.stringify(values.timeout)} are no seconds`);

  const socket = net.connect(Number(PORT), HOST);
  if (values.timeout) socket.setTimeout(1_000 * Number(values.timeout));
  socket.once("timeout", () => socket.destroy(new Error("timed out")));
  await once(socket, "connect");
  console.log(says("connected"));
  const message = positionals.at(-1) ?? "Hello Echo!";
  socket.end(message);
  console.log(says(`<- ${message}`));

  let echo = "";
  process.stdout.write(says("-> "));
  const decoder = new TextDecoderStream() as ReadableWritablePair<string, Buffer>;
  for await (const text of ReadableStream.from<Buffer>(socket).pipeThrough(decoder)) {
    echo += text;
    process.stdout.write(
      text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => `\\x${character.charCodeAt(0)}`),
    );
  }
  process.stdout.write("\n");
  if (echo !== message) throw new Error("the echo is not what was said");
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(says((error as Error).message));
  process.exitCode = 1;
}
