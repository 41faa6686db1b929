import type { Samples } from '../../types.ts';

const hex = '3f9c1d7b5a2e8064'.repeat(4); // built here so that no token-like literal is committed
export default {
  hits: [`FLWSECK_TEST-${hex.slice(0, 12)}`, `key: FLWSECK-${hex.slice(0, 32)}-X`, `"FLWSECK-${hex.slice(0, 32)}-X"`],
  misses: [`FLWPUBK-${hex.slice(0, 32)}`, `FLWSECK-${hex.slice(0, 6)}`, 'FLWSECK- is how they begin'],
} satisfies Samples;
