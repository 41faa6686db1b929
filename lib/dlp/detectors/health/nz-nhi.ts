import type { Detector } from '../../types.ts';

/**
 * New Zealand health numbers: three letters, four digits, the last a check by 11, or two and two with a letter by 23.
 * https://www.tewhatuora.govt.nz/health-services-and-programmes/health-identity/national-health-index
 */
export const nzNhi: Detector = {
  id: 'nz-nhi',
  title: 'New Zealand health number',
  category: 'health',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-HJ-NP-Z]{3}\d{4}|[A-HJ-NP-Z]{3}\d\d[A-HJ-NP-Z]{2})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['nhi'],
  verify: isNhi,
};

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Letters count by their place in the alphabet without I and O; weights 7 to 2. */
function isNhi(value: string): boolean {
  const places = Array.from(value, (char) => (/\d/.test(char) ? Number(char) : letters.indexOf(char) + 1));
  const sum = places.slice(0, 6).reduce((total, each, place) => total + each * (7 - place), 0);
  const last = value.at(-1) ?? '';
  if (/\d/.test(last)) return sum % 11 !== 0 && (11 - (sum % 11)) % 10 === Number(last);
  return letters[23 - (sum % 24)] === last;
}
