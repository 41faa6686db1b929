import { passesIban } from '../checksums.ts';
import type { Detector } from '../types.ts';

/**
 * International bank account numbers: country, two check digits, mod 97 equals 1, and the country's own length.
 * https://www.swift.com/standards/data-standards/iban-international-bank-account-number
 */
export const iban: Detector = {
  id: 'iban',
  title: 'IBAN',
  category: 'financial',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g,
  verify: passesIban,
};
