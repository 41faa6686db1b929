import type { Samples } from '../types.ts';

const local = ['9012', '3456'].join(' ');
export default {
  hits: [
    `+43 664 ${local.replace(' ', '')}`,
    `call +49 30 ${local}`,
    `+4930${local.replace(' ', '')}`,
    `phone: (030) ${local}`,
    `Tel. 030 ${local}`,
  ],
  misses: ['2026-11-25 10 20', '10 20 30 40', 'version 1.2.3.4', '+1'],
} satisfies Samples;
