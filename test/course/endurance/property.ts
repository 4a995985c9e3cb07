// Tries what has to hold in every case on many at random, and tells how to repeat the one where it does not.
import { randomInt } from "node:crypto";
import { createRandom, type Random } from "./random.ts";

/** Something that has to hold whatever `random` chooses. It throws when it does not. */
export type Property = (random: Random) => Promise<void>;

/** Seeds have fewer than 32 bits, so that the last cases of a run do not begin again at 0. */
const MOST_SEEDS = 2 ** 31;
/** A case that fails is tried again with sizes so much smaller: those are easier to understand. */
const SCALES = [0.0001, 0.001, 0.01, 0.1];

const given = process.env["SEED"];
/** The seed of the first case of each property: the environment variable SEED, or another in each run. */
const firstSeed = given === undefined ? randomInt(MOST_SEEDS) : Number(given);

async function failureOf(property: Property, seed: number, scale = 1): Promise<Error | undefined> {
  try {
    await property(createRandom(seed, scale));
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/**
 * Tries `property` in so many `cases`, `atOnce` of them at the same time. Each has a seed of its own, the one
 * after that of the case before. Throws what is wrong with the first case that fails, with its seed.
 */
export async function holds(property: Property, cases: number, atOnce: number): Promise<void> {
  let started = 0;
  let failed: { seed: number; error: Error } | undefined;
  const tryOneAfterAnother = async () => {
    while (started < cases && failed === undefined) {
      const seed = firstSeed + started++;
      const error = await failureOf(property, seed);
      if (error !== undefined) failed ??= { seed, error };
    }
  };
  await Promise.all(Array.from({ length: atOnce }, tryOneAfterAnother));
  if (failed === undefined) return;

  const { seed } = failed;
  let { message } = failed.error;
  for (const scale of SCALES) {
    const smaller = await failureOf(property, seed, scale);
    if (smaller === undefined) continue;
    message += `\nAnd with sizes × ${scale}: ${smaller.message}`;
    break;
  }
  // The case that has failed is the first one of a run with its seed.
  throw new Error(`${message}\nTo try this case again, set the environment variable SEED=${seed}`);
}
