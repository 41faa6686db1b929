import type { Detector } from '../../types.ts';

/**
 * UK sort codes: three pairs of digits, with the account of seven or eight digits where it follows.
 * https://www.vocalink.com/tools/modulus-checking/
 */
export const ukSortCode: Detector = {
  id: 'uk-sort-code',
  title: 'UK sort code and account',
  category: 'financial',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:\d\d[- ]\d\d[- ]\d\d(?:[ ,;\/|]{1,3}(?:account|acc|a\/c)?(?: ?(?:number|no\.?))?[ :]{0,3}\d{7,8})?|\d{6})(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.4,
  context: ['sort code', 'sortcode', 'sort-code'],
};
