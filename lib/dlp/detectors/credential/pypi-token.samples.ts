import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Y'.repeat(6);
const token = `pypi-AgEIcHlwaS5vcmc${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['pypi-AgEIcHlwaS5vcmc is how they begin', `x${token}`, token.slice(0, 24), token + 'Zx'.repeat(600)],
} satisfies Samples;
