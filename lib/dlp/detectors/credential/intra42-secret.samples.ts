import type { Samples } from '../../types.ts';

const hex = '3f9c1d7b5a2e8064'.repeat(4); // built here so that no token-like literal is committed
export default {
  hits: [`s-s4t2ud-${hex}`, `SECRET=s-s4t2af-${hex}`, `use "s-s4t2ud-${hex}"`],
  misses: [`s-s4t2ud-${hex.slice(2)}`, `s-s4t2xx-${hex}`, 's-s4t2ud- is how they begin'],
} satisfies Samples;
