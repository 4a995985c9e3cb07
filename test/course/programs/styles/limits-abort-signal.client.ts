// A right echo client with a limit, kept by AbortSignal.timeout(). It shows text with util.inspect().
// right for: 11
import { once } from "node:events";
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { inspect, parseArgs } from "node:util";

const host = process.env["HOST"] ?? "127.0.0.1";
const port = Number(process.env["PORT"] ?? "9999");

async function main(): Promise<void> {
  const {
    values: { timeout, help },
    positionals: [message = "Hello Echo!"],
  } = parseArgs({
    options: { timeout: { type: "string", short: "t" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  if (help) return console.log("Options: -t, --timeout SECONDS (for all); --help");
  const seconds = timeout === undefined ? undefined : Number(timeout);
  if (seconds !== undefined && !(Number.isInteger(seconds) && seconds >= 1))
    throw new Error(`A time-out of ${inspect(timeout)}?`);

  const signal = seconds === undefined ? undefined : AbortSignal.timeout(seconds * 1_000);
  const socket = connect({ host, port, ...(signal && { signal }) });
  await once(socket, "connect");
  console.log(`${host}:${port} < ${message}`);
  socket.end(message);
  const echo = await buffer(socket);
  console.log(
    `${host}:${port} > ${inspect(echo.toString("utf8"), { breakLength: Infinity, maxStringLength: null }).replace(/[\p{Cf}\p{Z}]/gu, (sign) => (sign === " " ? sign : escape(sign)))}`,
  );
  if (!echo.equals(Buffer.from(message))) throw new Error("That is not what was sent");
}

main().catch((error: Error) => {
  console.error(`${host}:${port} ! ${error.name === "AbortError" ? "Time is up" : error.message}`);
  process.exitCode = 1;
});
