import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Spanish social security numbers: province, serial, check by 97.
 * https://www.seg-social.es/
 */
export const esSocialSecurity: Detector = {
  id: 'es-social-security',
  title: 'Spanish social security number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:0[1-9]|[1-4]\d|5[0-3]|66)[ \/-]?\d{7,8}[ \/-]?\d\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['seguridad social', 'nss', 'naf', 'afiliaci'],
  verify: (value) => isNss(digitsOf(value)),
};

/** The last two digits are the rest of the others by 97; a serial below ten million stands without its first nought. */
function isNss(number: string): boolean {
  const province = number.slice(0, 2);
  const serial = number.slice(2, -2);
  const body = Number(serial) < 1e7 ? Number(province) * 1e7 + Number(serial) : Number(province + serial);
  return body % 97 === Number(number.slice(-2));
}
