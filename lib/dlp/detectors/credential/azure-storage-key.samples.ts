import type { Samples } from '../../types.ts';

const body = `${'q7Wz/E+r9tPk'.repeat(7)}Ab==`; // 86 characters and the padding
export default {
  hits: [
    `AccountKey=${body}`,
    `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${body};EndpointSuffix=core.windows.net`,
    `x AccountKey=${body} y`,
  ],
  misses: [`AccountKey=${body.slice(4)}`, `AccountKey=<your key>`, 'AccountKey= stands before the key'],
} satisfies Samples;
