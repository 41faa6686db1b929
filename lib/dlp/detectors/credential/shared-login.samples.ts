import type { Samples } from '../../types.ts';

const value = ['Marmot', '77', 'x'].join('');
export default {
  hits: [
    `login to 10.0.0.1 with admin/${value}`,
    `SSH: root / ${value}`,
    `carol@corp.example:${value}`,
    `Video: carol@corp.example / ${value}`,
    `Wifi key is ${value}`,
    `SSID: Guests Key: ${value}`,
  ],
  misses: [
    'git@github.com:team/repo12',
    'git@host.example:repo12',
    'login with root/index2.html',
    'the router key is required',
    'use admin/v2 for it',
    'merge (root/t1011-helpers)',
    'mail carol@corp.example:8080',
  ],
} satisfies Samples;
