import type { Samples } from '../../types.ts';

const hex = ['3f9c1d7b', '5a2e8064'].join('').repeat(9); // built here so that no token-like literal is committed
export default {
  hits: [
    `-----BEGIN OpenVPN Static key V1-----\n${hex}\n-----END OpenVPN Static key V1-----`,
    `<tls-auth>\n-----BEGIN OpenVPN Static key V1-----\n${hex}\n`,
    `-----BEGIN OpenVPN tls-crypt-v2 client key-----\n${hex}=\n`,
  ],
  misses: ['-----BEGIN OpenVPN Static key V1-----', `-----BEGIN OpenVPN log-----\n${hex}`, 'OpenVPN Static key V1'],
} satisfies Samples;
