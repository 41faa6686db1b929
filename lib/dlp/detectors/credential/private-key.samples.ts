import type { Samples } from '../../types.ts';

const line = (word: string, kind: string) => ['-----', word, ' ', kind, 'PRIVATE', ' KEY', '-----'].join('');
const begin = (kind: string) => line('BEGIN', kind);
const end = (kind: string) => line('END', kind);
const body = 'MIIEq7Wz/E+r9tPk'.repeat(4); // one line of base64
export default {
  hits: [
    `${begin('RSA ')}\n${body}\n${end('RSA ')}`,
    `${begin('')}\n${body}\n${body}\n${end('')}`,
    `${begin('OPENSSH ')}\n${body}`,
    `key = "${begin('EC ')}\\n${body}\\n${end('EC ')}"`,
  ],
  misses: [
    `${begin('RSA ')}\n...\n`,
    `${begin('RSA ').replace('PRIVATE', 'PUBLIC')}\n${body}`,
    `${begin('RSA ')} is the first line`,
  ],
} satisfies Samples;
