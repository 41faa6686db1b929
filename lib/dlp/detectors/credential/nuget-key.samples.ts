import type { Samples } from '../../types.ts';

const token = `oy2${'k7wz4kp3lt5y'.repeat(4).slice(0, 43)}`;
export default {
  hits: [token, `TOKEN=${token}`, `use "${token}" for it`],
  misses: [`x${token}`, token.slice(0, 12), `${token}Zx9`, 'oy2 is how they begin'],
} satisfies Samples;
