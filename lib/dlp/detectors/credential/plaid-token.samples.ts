import type { Samples } from '../../types.ts';

// Built here so that no token-like literal is committed.
const uuid = ['3f9c1d7b', '5a2e', '4064', '9c1d', '7b5a2e80643f'].join('-');
const token = `access-production-${uuid}`;
export default {
  hits: [token, `TOKEN=${token}`, `{ "key": "${token}" }`],
  misses: [token.slice(0, -9), `x${token}`, 'access-production-site'],
} satisfies Samples;
