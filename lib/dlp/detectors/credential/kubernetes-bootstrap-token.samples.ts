import type { Samples } from '../../types.ts';

const token = ['q7wz9k', 'p3lt5yq7wz9kp3lt'].join('.');
export default {
  hits: [`BOOTSTRAP_TOKEN: "${token}"`, `kubeadm join 10.0.0.1:6443 --token ${token}`, `bootstrap token: ${token}`],
  misses: [token, `see ${token} there`, 'bootstrap token: abcdef.0123456789abcdef', `token: ${token}x`],
} satisfies Samples;
