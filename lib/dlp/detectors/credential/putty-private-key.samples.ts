import type { Samples } from '../../types.ts';

const line = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(2);
const ppk = `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: me\nPublic-Lines: 1\n${line}\nPrivate-Lines: 1\n${line}\n`;
export default {
  hits: [ppk, `key:\n${ppk}Private-MAC: ${'3f9c1d7b5a2e8064'.repeat(4)}\n`, ppk.replace('-3:', '-2:')],
  misses: ['PuTTY-User-Key-File-3: ssh-ed25519', 'Private-Lines: 1', ppk.slice(0, -60)],
} satisfies Samples;
