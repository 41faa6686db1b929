import { passesLuhn } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * The tracks of a card’s magnetic stripe: number, name, expiry and discretionary data. Nobody may keep them after a payment.
 * https://www.iso.org/standard/80390.html
 */
export const paymentCardTrack: Detector = {
  id: 'payment-card-track',
  title: 'Magnetic stripe of a payment card',
  category: 'financial',
  severity: 'critical',
  pattern:
    /%?[Bb](?<secret>\d{12,19}\^[A-Za-z .'\/-]{2,26}\^\d{7}[\d =]{0,40}\??)|;(?<secret2>\d{12,19}=\d{7}\d{0,24}\??)/g,
  anchors: ['^', '='],
  verify: (track) => passesLuhn(/^\d+/.exec(track)?.[0] ?? ''),
};
