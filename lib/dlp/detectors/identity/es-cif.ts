import type { Detector } from '../../types.ts';

/**
 * Spanish tax numbers of companies: a letter of the kind, seven digits, a check.
 * https://sede.agenciatributaria.gob.es/
 */
export const esCif: Detector = {
  id: 'es-cif',
  title: 'Spanish company tax number',
  category: 'identity',
  severity: 'low',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-HJNP-SUVW][- ]?\d{7}[- ]?[0-9A-J])(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['cif', 'nif', 'empresa'],
  verify: (value) => isCif(value.replace(/[ -]/g, '')),
};

function isCif(number: string): boolean {
  const rest = Array.from('1234567').reduce((sum, place) => {
    const digit = Number(number[Number(place)]) * (Number(place) % 2 === 1 ? 2 : 1);
    return sum + (digit > 9 ? digit - 9 : digit);
  }, 0);
  const check = (10 - (rest % 10)) % 10;
  return number.endsWith(String(check)) || number.endsWith('JABCDEFGHI'.charAt(check));
}
