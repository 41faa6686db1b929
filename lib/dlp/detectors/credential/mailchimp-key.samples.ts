import type { Samples } from '../../types.ts';

const body = `${'9f3a71c4'.repeat(4)}-us18`;
const token = body; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: [`x${token}`, token.slice(0, 6), `${token}x`],
} satisfies Samples;
