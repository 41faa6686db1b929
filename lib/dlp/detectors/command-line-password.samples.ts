import type { Samples } from '../types.ts';

const password = ['tr0ub4', 'dor', '-9x'].join('');
export default {
  hits: [
    `curl -s -u admin:${password} https://api.corp.test/`,
    `mysql -h db -u app -p${password} shop`,
    `sshpass -p '${password}' ssh host`,
    `tool login --password ${password}`,
  ],
  misses: [
    'curl -u "$USER:$PASSWORD" https://api.corp.test/',
    'mysql -u app -p shop',
    'use --token to pass one',
    'tool --password-stdin < file',
    'curl -u user:<password> https://api.corp.test/',
  ],
} satisfies Samples;
