import type { Samples } from '../../types.ts';

export default {
  hits: ['reg: BD17 RTX', 'the reg no "LG63 NMK" here', 'YK19 CZA\nEA68 WPL'],
  misses: ['_BD17 RTX', 'reg: LG63 NMK71', 'the part YK19 CZA is there', 'A256GCM', 'b64url'],
} satisfies Samples;
