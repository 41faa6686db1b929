import type { Detector } from '../../types.ts';

/**
 * Portuguese citizen cards: eight digits, a check, two places of the version, a check by 10.
 * https://www.autenticacao.gov.pt/o-cartao-de-cidadao
 */
export const ptCitizenCard: Detector = {
  id: 'pt-citizen-card',
  title: 'Portuguese citizen card number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{8} ?\d ?[A-Z0-9]{2}\d)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.45,
  context: ['cartao de cidad', 'o de cidad', 'citizen card'],
  verify: (value) => isCitizenCard(value.replaceAll(' ', '')),
};

/** Luhn's formula with letters counted from 10. */
function isCitizenCard(number: string): boolean {
  let sum = 0;
  for (let place = 0; place < number.length; place += 1) {
    const value = Number.parseInt(number.at(-1 - place) ?? '0', 36);
    const doubled = value * 2;
    sum += place % 2 === 0 ? value : doubled > 9 ? doubled - 9 : doubled;
  }
  return /[A-Z]/.test(number) && sum % 10 === 0;
}
