import type { Samples } from '../../types.ts';

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const key = (base58 + base58).slice(3, 110);
export default {
  hits: [`xpub${key}`, `the wallet’s zpub${key} here`, `ypub${key}`],
  misses: [`xpub${key.slice(1)}`, `wpub${key}`, `axpub${key}`, 'xpub stands for a key'],
} satisfies Samples;
