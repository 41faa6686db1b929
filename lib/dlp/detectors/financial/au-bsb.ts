import type { Detector } from '../../types.ts';

/**
 * Australian branches (BSB): bank, state, branch; with the account where it follows.
 * https://bsb.auspaynet.com.au/
 */
export const auBsb: Detector = {
  id: 'au-bsb',
  title: 'Australian bank and account',
  category: 'financial',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{3}[- ]?\d{3}(?:[ ,;\/|]{1,3}(?:account|acc|a\/c)?(?: ?(?:number|no\.?))?[ :]{0,3}\d{6,10})?)(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.4,
  context: ['bsb'],
};
