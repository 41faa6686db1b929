import type { Samples } from '../../types.ts';

const body = `a7K8Q~${'q7Wz9Kp3'.repeat(4)}`;
const token = body; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: [`x${token}`, token.slice(0, 6), token + 'Zx'.repeat(1200)],
} satisfies Samples;
