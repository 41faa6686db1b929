import type { Samples } from '../../types.ts';

export default {
  hits: ['hkid: W665342(4)', 'the hkid is "K193731(6)" here', 'hkid A187302(7)'],
  misses: ['hkid: A12345(6)', '_W665342(4)', 'hkid: L397908(0)'],
} satisfies Samples;
