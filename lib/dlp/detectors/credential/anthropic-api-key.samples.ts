import type { Samples } from '../../types.ts';

const body = 'a1B2-c3D_4'.repeat(9); // 90 characters
export default {
  hits: [`sk-ant-api03-${body}`, `x-api-key: sk-ant-api03-${body}`, `sk-ant-admin01-${body}`],
  misses: [`sk-ant-api03-${body.slice(40)}`, `mask-ant-api03-${body}`, 'sk-ant-api03- is the prefix'],
} satisfies Samples;
