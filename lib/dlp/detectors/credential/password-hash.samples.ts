import type { Samples } from '../../types.ts';

const salt = ['q7Wz9Kp3', 'Lt5YbR8n'].join(''); // built here so that no hash-like literal is committed
const long = 'q7Wz9Kp3Lt5Y'.repeat(9);
const bcrypt = `$2b$12$${long.slice(0, 53)}`;
export default {
  hits: [
    bcrypt,
    `root:$6$${salt}$${long.slice(0, 86)}:19000:0:99999:7:::`,
    `$1$${salt.slice(0, 8)}$${long.slice(0, 22)}`,
    `$argon2id$v=19$m=65536,t=3,p=4$${salt}$${long.slice(0, 43)}`,
  ],
  misses: [`$2b$12$${long.slice(0, 40)}`, 'costs $1$ or $2a$ each', `$6$${salt}$short`, `${bcrypt}9`],
} satisfies Samples;
