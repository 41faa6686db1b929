import type { Samples } from '../../types.ts';

const id = `${'48213907'.repeat(2).slice(0, 12)}-${'q7wz9kp3lt5y'.repeat(3).slice(0, 32)}.apps.googleusercontent.com`;
export default {
  hits: [id, `client_id: '${id}'`, `"clientId":"${id}",`],
  misses: [id.slice(4, 30), 'apps.googleusercontent.com', id.replace('-', '_'), `x${id}`],
} satisfies Samples;
