import type { Samples } from '../../types.ts';

const body = '023456789acdefghjklmnpqrstuvwxyz'.repeat(3);
export default {
  hits: [`addr1${body}`, `Cardano: addr1${body.slice(5, 60)}`, `pay addr1${body} now`],
  misses: [`addr1${body.slice(0, 40)}`, `addr2${body}`, `addr1b${body}`, `_addr10${body.slice(0, 20)}`],
} satisfies Samples;
