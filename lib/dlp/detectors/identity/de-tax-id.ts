import { digitsOf, passesMod1110 } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * German tax identification numbers: eleven digits, ISO 7064 mod 11,10.
 * https://www.bzst.de/DE/Privatpersonen/SteuerlicheIdentifikationsnummer/steuerlicheidentifikationsnummer_node.html
 */
export const deTaxId: Detector = {
  id: 'de-tax-id',
  title: 'German tax identification number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![\d-]|\d[.,])[1-9]\d(?:[ ]?\d{3}){3}(?![\d-]|[.,]\d)/g,
  confidence: 0.4,
  alone: true,
  context: ['steuer', 'idnr', 'tax id', 'tin', 'identifikationsnummer'],
  verify: (number) => passesMod1110(digitsOf(number)) && hasFewTwins(digitsOf(number)),
};

/** Of the first ten digits at least eight differ: one stands twice or thrice. Samples may hold each once. */
function hasFewTwins(number: string): boolean {
  return new Set(number.slice(0, 10)).size >= 8;
}
