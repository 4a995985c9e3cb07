// npm run greedy [port]: a client that sends much and reads nothing, to watch what a server does about it (step 10).
import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expectNoMore, portFromEnvironment, portNumber } from "./arguments.ts";

const MEBIBYTE = 1024 * 1024;
/** How much is sent at most, in MiB. */
const MUCH = 64;
/** When nothing has been taken for so long, in milliseconds, the server holds this client back. */
const STANDSTILL = 2_000;
/** How long there is time to look at the server's memory, in milliseconds. */
const LOOKING = 10_000;

/** Sends, tells how much was taken, then reads. Gives exit code 0 when every byte has come back. */
export async function main([text, ...rest]: string[]): Promise<number> {
  expectNoMore(rest, "npm run greedy [port]");
  const port = text === undefined ? portFromEnvironment() : portNumber("The port", text);
  const socket = net.connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  try {
    await once(socket, "connect");
  } catch {
    throw new Error(
      `Nobody listens at 127.0.0.1:${port}. Start a server in another terminal: npm run server 10`,
    );
  }
  console.log(`Connected to 127.0.0.1:${port}. Sending up to ${MUCH} MiB, and reading nothing.`);
  const broken = once(socket, "error").then(([error]) => {
    throw new Error(`The server broke the connection off: ${(error as Error).message}`);
  });
  return Promise.race([talk(socket), broken]);
}

async function talk(socket: net.Socket): Promise<number> {
  const sent: Buffer[] = [];
  let taken = 0;
  while (sent.length < MUCH && taken === sent.length) {
    // Text, and no line ends: the server may print it.
    const bytes = Buffer.alloc(MEBIBYTE, `This is mebibyte number ${sent.length + 1}. `);
    sent.push(bytes);
    const written = new Promise<void>((resolve) => socket.write(bytes, () => resolve()));
    await Promise.race([written.then(() => (taken += 1)), sleep(STANDSTILL)]);
  }
  console.log(
    taken === MUCH
      ? `The server has taken all ${MUCH} MiB.`
      : `The server has taken ${taken} MiB, and takes no more: it holds this client back.`,
  );
  console.log(`Look at the server's memory now. In ${LOOKING / 1000} seconds, this client begins to read.`);
  await sleep(LOOKING);

  const echo: Buffer[] = [];
  socket.on("data", (bytes: Buffer) => echo.push(bytes));
  socket.end();
  await once(socket, "end");
  const complete = Buffer.concat(echo).equals(Buffer.concat(sent));
  console.log(complete ? `All ${sent.length} MiB came back.` : "What came back is not what was sent.");
  return complete ? 0 : 1;
}
