import type { Samples } from '../../types.ts';

const key = `${'3f9c1d7b5a2e8064'.repeat(3).slice(0, 36)}NRAL`;
export default {
  hits: [key, `license_key: ${key}`, `NEW_RELIC_LICENSE_KEY=${key}`],
  misses: [key.slice(0, -1), `x${key}`, `${'a'.repeat(36)}NRAL`],
} satisfies Samples;
