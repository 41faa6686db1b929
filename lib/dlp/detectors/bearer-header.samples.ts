import type { Samples } from '../types.ts';

const body = 'a1B2c3D4'.repeat(4); // 32 characters
export default {
  hits: [`Authorization: Bearer ${body}`, `-H 'authorization: Basic ${body}='`, `"Authorization": "token ${body}"`],
  misses: ['Authorization: Bearer <token>', 'Authorization: Bearer ${token}', 'Authorization: Bearer short'],
} satisfies Samples;
