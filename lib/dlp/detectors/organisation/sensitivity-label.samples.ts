import type { Samples } from '../../types.ts';

const label = `MSIP_Label_${['2a3f4b1c', '9d8e', '4c7b', 'a6f5', '0e1d2c3b4a59'].join('-')}`;
export default {
  hits: [
    `${label}_Enabled=true`,
    `msip_labels: ${label}_Name=Confidential; other=1`,
    `<property name="${label}_SiteId">`,
  ],
  misses: [
    `x${label}_Enabled`,
    'MSIP_Label_ is how its properties begin',
    `${label.slice(0, -3)}_Enabled=true`,
    `${label}_Colour=red`,
  ],
} satisfies Samples;
