import { isMonthAndDay } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Finnish personal identity codes: date, century sign, serial, check by 31.
 * https://dvv.fi/en/personal-identity-code
 */
export const fiHetu: Detector = {
  id: 'fi-hetu',
  title: 'Finnish personal identity code',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.55,
  context: ['hetu', 'henkilötunnus', 'identity code'],
  verify: (value) =>
    '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(value.slice(0, 6) + value.slice(7, 10)) % 31] === value.at(-1) &&
    isMonthAndDay(value.slice(2, 4), value.slice(0, 2)),
};
