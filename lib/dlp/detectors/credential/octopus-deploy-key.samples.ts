import type { Samples } from '../../types.ts';

// Built here so that no token-like literal is committed.
const up = ['Q7WZ9KP3', 'LT5YBR8N', 'X2CV6MJD'].join('').repeat(9);
const token = `API-${up.slice(0, 26)}`;
export default {
  hits: [token, `TOKEN=${token}`, `{ "key": "${token}" }`],
  misses: [token.slice(0, -9), `x${token}`, 'API-GATEWAY'],
} satisfies Samples;
