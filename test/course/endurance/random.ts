// Random choices that a seed decides: what went wrong once can be done again.

/** A source of random choices. Two with the same seed choose the same, in the same order. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** A whole number from 0 to `most`: small ones are as likely as large ones. */
  size(most: number): number;
  /** One of `choices`. */
  pick<Choice>(choices: readonly Choice[]): Choice;
  /** Whether something happens that happens in `percent` of all cases. */
  happens(percent: number): boolean;
  /** `size` bytes of any value. */
  bytes(size: number): Buffer;
  /** A source of its own, for something that goes on at the same time. */
  another(): Random;
}

/** The choices that `seed`, a whole number, decides. With a `scale` below 1, all sizes are that much smaller. */
export function createRandom(seed: number, scale = 1): Random {
  // mulberry32: a state of 32 bits, which two multiplications turn into a number that looks random.
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  /** From 0 to 1, without 1. */
  const fraction = () => next() / 2 ** 32;
  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1));

  return {
    whole,
    size: (most) => Math.floor((most * scale + 1) ** fraction()) - (fraction() < 0.5 ? 1 : 0),
    pick: (choices) => choices[whole(0, choices.length - 1)]!,
    happens: (percent) => fraction() * 100 < percent,
    bytes: (size) => Buffer.from(Uint32Array.from({ length: Math.ceil(size / 4) }, next).buffer, 0, size),
    another: () => createRandom(next(), scale),
  };
}
