import type { Samples } from '../../types.ts';

const uuid = ['3f9c1d7b', '5a2e', '4064', '9c1d', '7b5a2e80643f'].join('-');
export default {
  hits: [`px-api-${uuid}`, `KEY=px-dep-${uuid}`, `"px-api-${uuid}"`],
  misses: [`px-x-${uuid}`, 'px-api-key', `px-dep-${uuid}0`],
} satisfies Samples;
