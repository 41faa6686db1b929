import type { Detector } from '../../types.ts';

/**
 * UK vehicle registrations since 2001: two letters of the place, two digits of the time, three letters.
 * https://www.gov.uk/government/publications/vehicle-registration-numbers-and-number-plates
 */
export const ukVehicle: Detector = {
  id: 'uk-vehicle',
  title: 'UK vehicle registration',
  category: 'identity',
  severity: 'low',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:(?!I)[A-HJ-PR-Y][A-HJ-PR-Y](?:0[2-9]|[1-3]\d|5[1-9]|[67]\d)[ -]?[A-HJ-PR-Z]{3}|[A-HJ-NPR-TV-Y]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z])(?![A-Za-z0-9_-]|[.,]\d)/gi,
  // Names of ciphers and of encodings look the same: `A256GCM`, `b64url`.
  verify: (plate) => !/^(?:A\d{3}(?:GCM|CBC|CTR|CCM)|b64)/i.test(plate),
  confidence: 0.4,
  alone: true,
  context: [
    'registration',
    'reg no',
    'reg.',
    'reg:',
    'reg is',
    'number plate',
    'licence plate',
    'license plate',
    'car reg',
    'vehicle',
  ],
};
