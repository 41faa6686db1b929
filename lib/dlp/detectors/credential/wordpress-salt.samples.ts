import type { Samples } from '../../types.ts';

const salt = ['q7W{z9 K', 'p3}Lt5&', 'Yb*R8n#', 'X2c|V6m'].join('');
export default {
  hits: [`define( 'AUTH_KEY', '${salt}' );`, `define('NONCE_SALT',  '${salt}${salt}');`, `LOGGED_IN_KEY='${salt}'`],
  misses: [
    `define('AUTH_KEY', 'put your unique phrase here');`,
    `define('AUTH_KEY', getenv('AUTH_KEY'));`,
    `define('WP_DEBUG', '${salt}');`,
  ],
} satisfies Samples;
