import type { Samples } from '../../types.ts';

export default {
  hits: ['paspoort: NCL4B4974', 'the paspoort is "NBL1R6224" here', 'paspoort NDY4R7140'],
  misses: ['_NCL4B4974', 'paspoort: NBL1R622471', 'the part NDY4R7140 is there', 'paspoort: NDO4C7607'],
} satisfies Samples;
