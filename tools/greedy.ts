// npm run greedy [port]: a client that sends much and reads nothing, to watch what a server does about it (step 10).
import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { words } from "../test/tutor/tell/words.ts";
import { expectNoMore, portFromEnvironment, portNumber } from "./arguments.ts";

const MEBIBYTE = 1024 * 1024;
/** How much is sent at most, in MiB. */
const MUCH = 64;
/** When nothing has been taken for so long, in milliseconds, the server holds this client back. */
const STANDSTILL = 2_000;
/** When nothing has come back for so long, in milliseconds, nothing more will. */
const SILENCE = 10_000;
/** How long there is time to look at the server's memory, in milliseconds. */
const LOOKING = 10_000;

/** Sends, tells how much was taken, then reads. Gives exit code 0 when every byte has come back. */
export async function main([text, ...rest]: string[]): Promise<number> {
  expectNoMore(rest, words.usage.greedy);
  const port = text === undefined ? portFromEnvironment() : portNumber(words.thePort, text);
  const address = `127.0.0.1:${port}`;
  const socket = net.connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  try {
    await once(socket, "connect");
  } catch {
    throw new Error(words.nobodyListens(address));
  }
  console.log(words.sending(address, MUCH));
  const broken = once(socket, "error").then(([error]) => {
    throw new Error(words.brokenOff((error as Error).message));
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
  console.log(taken === MUCH ? words.takenAll(MUCH) : words.takenSome(taken));
  console.log(words.lookNow(LOOKING / 1000));
  await sleep(LOOKING);

  socket.end();
  const echo = await readEcho(socket, MUCH * MEBIBYTE);
  const complete = echo.equals(Buffer.concat(sent));
  console.log(complete ? words.cameBack(sent.length) : words.cameBackWrong);
  return complete ? 0 : 1;
}

/** All that comes until the server has finished, or has sent more than `most` bytes. Throws when nothing comes any more. */
async function readEcho(socket: net.Socket, most: number): Promise<Buffer> {
  const echo: Buffer[] = [];
  let length = 0;
  let isSilent = false;
  socket.setTimeout(SILENCE, () => {
    isSilent = true;
    socket.destroy();
  });
  try {
    for await (const bytes of socket as AsyncIterable<Buffer>) {
      echo.push(bytes);
      length += bytes.length;
      if (length > most) break;
    }
  } catch (error) {
    throw isSilent ? new Error(words.nothingComes(SILENCE / 1000, length)) : error;
  }
  return Buffer.concat(echo);
}
