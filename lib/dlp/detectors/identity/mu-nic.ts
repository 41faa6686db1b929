import type { Detector } from '../../types.ts';

/**
 * Mauritian identity numbers: a letter of the name, date of birth, serial, check.
 * https://mnis.govmu.org/
 */
export const muNic: Detector = {
  id: 'mu-nic',
  title: 'Mauritian identity number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z](?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{8}[0-9A-Z])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.5,
  context: ['mauriti', 'nic', 'national id'],
  verify: isMauritian,
};

/** Weights 14 to 2 over the places counted from nought, check by 17. */
function isMauritian(value: string): boolean {
  const places = Array.from(value, (char) => Number.parseInt(char, 36));
  const sum = places.slice(0, 13).reduce((total, each, place) => total + each * (14 - place), 0);
  return (17 - (sum % 17)) % 17 === places[13];
}
