import type { Samples } from '../../types.ts';

const key = btoa(JSON.stringify({ k: 'q7Wz9Kp3Lt5Yq7Wz9Kp3Lt5Yq7Wz9Kp3', n: 'reader-of-panels', id: 1 })).replace(
  /=+$/,
  '',
);
export default {
  hits: [key, `GrafanaClient("${key}=", host)`, `token: ${key}`],
  misses: [key.slice(0, 30), `x${key}`, 'eyJrIjoi is how they begin'],
} satisfies Samples;
