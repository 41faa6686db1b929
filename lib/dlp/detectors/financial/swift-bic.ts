import type { Detector } from '../../types.ts';

/**
 * Bank identifier codes: bank, country, place and branch; after a word that says so.
 * https://www.iso.org/standard/84108.html
 */
export const swiftBic: Detector = {
  id: 'swift-bic',
  title: 'Bank identifier code',
  category: 'financial',
  severity: 'low',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:[A-Z]{4}(?:AD|AE|AT|AU|BE|BG|BR|CA|CH|CN|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GR|HK|HR|HU|IE|IL|IN|IS|IT|JP|KR|LI|LT|LU|LV|MC|MT|MX|NL|NO|NZ|PL|PT|RO|RS|RU|SA|SE|SG|SI|SK|TR|TW|UA|US|ZA)[A-Z0-9]{2}(?:[A-Z0-9]{3})?)(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['bic', 'swift'],
};
