import type { Samples } from '../../types.ts';

const [first, second] = [
  ['0x5aAeb6053F3E94C9b9A0', '9f33669435E7Ef1BeAed'],
  ['0xfB6916095ca1df60bB79', 'Ce92cE3Ea74c37c5d359'],
].map((parts) => parts.join('')) as [string, string]; // the EIP's own examples
export default {
  hits: [first, `pay ${second} please`, `from ${first} to ${second}`],
  misses: [first.toLowerCase(), first.replace('A', 'a'), `${second}0`, `x${second}`],
} satisfies Samples;
