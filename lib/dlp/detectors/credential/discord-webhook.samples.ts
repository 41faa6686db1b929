import type { Samples } from '../../types.ts';

const body = `198622483471925248/${'q7Wz9Kp3Lt5Y'.repeat(6).slice(0, 68)}`;
const token = `discord.com/api/webhooks/${body}`; // built here so that no token-like literal is committed
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`, `(${token})`],
  misses: ['discord.com/api/webhooks/ is how they begin', `x${token}`, token.slice(0, 29), token + 'Zx'.repeat(600)],
} satisfies Samples;
