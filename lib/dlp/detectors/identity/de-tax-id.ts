import { digitsOf, passesGermanTaxId } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * German tax identification numbers: eleven digits, ISO 7064 mod 11,10, one digit twice or thrice among the first ten.
 * https://www.bzst.de/DE/Privatpersonen/SteuerlicheIdentifikationsnummer/steuerlicheidentifikationsnummer_node.html
 */
export const deTaxId: Detector = {
  id: 'de-tax-id',
  title: 'German tax identification number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![\d.,-])[1-9]\d(?:[ ]?\d{3}){3}(?![\d.,-])/g,
  confidence: 0.4,
  context: ['steuer', 'idnr', 'tax id', 'tin', 'identifikationsnummer'],
  verify: (number) => passesGermanTaxId(digitsOf(number)),
};
