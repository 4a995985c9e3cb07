// A soak: the finished server and clients of all kinds, for as long as is wanted.
import { startLongRunning } from "./endurance.ts";
import { createRandom } from "./random.ts";
import { behave, misbehave } from "./visitors.ts";

const MEBIBYTE = 1024 * 1024;
/** How many clients there are at the same time. */
const AT_ONCE = 20;
/** How many of a hundred behave well. */
const WELL_BEHAVED = 60;
/** The most that a client sends, in bytes. */
const MOST = MEBIBYTE;
/** The part of the time after which memory is measured: by then, everything that has to be loaded is. */
const WARM_UP = 0.3;
/**
 * How much more memory, in bytes, the server may take at the end than after warming up. Node lets garbage lie for
 * a while: up to 8 MiB more were measured. One that keeps what it receives takes 35 MiB more after four seconds.
 */
const GROWTH = 24 * MEBIBYTE;

/** What a soak has measured, in words, and what was wrong: nothing, as a rule. */
export interface Findings {
  readonly measured: readonly string[];
  readonly wrong: readonly string[];
}

/** Lets clients of all kinds visit the finished server, for so many seconds. `seed` decides what they do. */
export async function soak(seconds: number, seed: number): Promise<Findings> {
  const server = await startLongRunning();
  const wrong: string[] = [];
  let [visitors, wellBehaved, bytes] = [0, 0, 0];

  const visit = async () => {
    const number = seed + visitors++;
    const random = createRandom(number);
    if (!random.happens(WELL_BEHAVED)) return misbehave(random, server.port, MOST);
    const sent = await behave(random, server.port, MOST);
    bytes += sent;
    wellBehaved += 1;
  };
  /** Has clients come and go for so many seconds, or until one is not served as it should be. */
  const crowd = async (duration: number) => {
    const end = performance.now() + duration * 1000;
    const oneAfterAnother = async () => {
      while (performance.now() < end && wrong.length === 0)
        await visit().catch((error: Error) => wrong.push(`a client was not served well: ${error.message}`));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, oneAfterAnother));
    return server.rest();
  };

  try {
    const warm = await crowd(WARM_UP * seconds);
    const end = await crowd((1 - WARM_UP) * seconds);
    const growth = end.memory - warm.memory;
    if (growth > GROWTH) wrong.push(`it keeps ${inMebibytes(growth)} of memory more than after warming up`);
    if (end.descriptors !== warm.descriptors)
      wrong.push(`it had ${warm.descriptors} descriptors open, and has ${end.descriptors}`);
    wrong.push(...(await server.stop()));
    return {
      measured: [
        `${visitors} clients, ${wellBehaved} of them well-behaved: ${inMebibytes(bytes)} came back to those`,
        `${server.printed.lines} lines were printed: ${inMebibytes(server.printed.bytes)}`,
        `memory: ${inMebibytes(warm.memory)} after warming up, ${inMebibytes(end.memory)} at the end, ` +
          `${inMebibytes(server.mostMemory())} at most`,
        end.descriptors === undefined
          ? "descriptors: this system does not tell"
          : `descriptors: ${warm.descriptors} after warming up, ${end.descriptors} at the end`,
      ],
      wrong,
    };
  } catch (error) {
    return { measured: [], wrong: [...wrong, (error as Error).message] };
  } finally {
    server.kill();
  }
}

function inMebibytes(bytes: number): string {
  return `${(bytes / MEBIBYTE).toFixed(1)} MiB`;
}
