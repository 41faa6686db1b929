/** Random choices that are the same in each run. */
export interface Random {
  /** A whole number from 0 up to and without `end`. */
  below(end: number): number;
  /** True in this share of cases, 0 to 1. */
  chance(share: number): boolean;
  pick<Value>(from: readonly Value[]): Value;
}

/** Mulberry32. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function seededRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    chance: (share) => next() < share,
    pick(from) {
      const index = below(from.length);
      if (index >= from.length) throw new RangeError('there is nothing to pick from');
      return from[index] as (typeof from)[number];
    },
  };
}
