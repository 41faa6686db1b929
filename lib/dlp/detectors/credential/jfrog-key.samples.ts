import type { Samples } from '../../types.ts';

const body = 'q7Wz9Kp3Lt5Y'.repeat(9); // built here so that no token-like literal is committed
export default {
  hits: [`AKCp${body.slice(0, 69)}`, `X-JFrog-Art-Api: AKCp${body.slice(0, 69)}`, `token: cmVmd${body.slice(0, 59)}`],
  misses: [`xAKCp${body.slice(0, 69)}`, `AKCp${body.slice(0, 20)}`, 'AKCp is how they begin'],
} satisfies Samples;
