import type { Detector } from '../../types.ts';

/**
 * Unified social credit codes of Chinese organisations: eighteen places, check by 31.
 * https://openstd.samr.gov.cn/
 */
export const cnSocialCredit: Detector = {
  id: 'cn-social-credit',
  title: 'Chinese credit code',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['信用代码', 'uscc', 'credit code'],
  verify: isUscc,
};

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Powers of 3 by 31. */
function isUscc(value: string): boolean {
  let sum = 0;
  for (let place = 0, weight = 1; place < 17; place += 1, weight = (weight * 3) % 31)
    sum += signs.indexOf(value.charAt(place)) * weight;
  return signs[(31 - (sum % 31)) % 31] === value[17];
}
