import type { Detector } from '../../types.ts';

/**
 * German health insurance numbers: a letter, eight digits, a check.
 * https://www.gkv-spitzenverband.de/
 */
export const deHealthInsurance: Detector = {
  id: 'de-health-insurance',
  title: 'German health insurance number',
  category: 'health',
  severity: 'medium',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]\d{9})(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.45,
  alone: true,
  context: ['krankenvers', 'kvnr', 'versichertennummer', 'versicherten-nr', 'health insurance', 'egk'],
  verify: (value) => isKvnr(value),
};

/** The letter counts as two digits; weights 1 and 2 with cross sums. */
function isKvnr(value: string): boolean {
  const letter = String(value.toUpperCase().charCodeAt(0) - 64).padStart(2, '0');
  const body = letter + value.slice(1, 9);
  let sum = 0;
  for (let place = 0; place < body.length; place += 1) {
    const product = Number(body[place]) * (place % 2 === 0 ? 1 : 2);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === Number(value[9]);
}
