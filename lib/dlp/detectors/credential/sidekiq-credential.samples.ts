import type { Samples } from '../../types.ts';

const pair = ['bf8746a5', '4c522d16'].join(':');
const name = 'BUNDLE_ENTERPRISE__CONTRIBSYS__COM';
export default {
  hits: [`${name}=${pair}`, `${name}: "${pair}"`, `https://${pair}@gems.contribsys.com/`],
  misses: [`${name}=`, `BUNDLE_OTHER__COM=${pair}`, `${name}=${pair}9`],
} satisfies Samples;
