import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Y'.repeat(10);
const token = `EAAM${body}`; // built here so that no token-like literal is committed
export default {
  hits: [
    `app token 1308742762612587|rhoK1cbv0DO_RTX-87O4MkX7AIq`,
    token,
    `TOKEN=${token}`,
    `use "${token}" for it`,
    `(${token})`,
  ],
  misses: ['EAAM is how they begin', `x${token}`, token.slice(0, 8), token + 'Zx'.repeat(1200)],
} satisfies Samples;
