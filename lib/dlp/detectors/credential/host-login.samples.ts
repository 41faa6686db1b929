import type { Samples } from '../../types.ts';

const password = ['tr0uB4', 'Dor'].join('');
export default {
  hits: [
    `10.20.30.40 (carol/${password})`,
    `the box is carol@10.20.30.40, deploy/${password}.`,
    `10.20.30.40:22 deploy / ${password}`,
    `10.20.30.40 --> deploy/${password}`,
  ],
  misses: [
    '10.20.30.40 curl/7.68.0',
    `10.20.30.40 src/${password}/index`,
    '10.20.30.40 (team/Service2)',
    '10.20.30.40 feature/branch12',
    '1.2.3.4.5 deploy/notanaddress1',
    '10.20.30.40 - - "GET /login HTTP/1.1" 200',
  ],
} satisfies Samples;
