import type { Detector } from '../types.ts';

/**
 * Names of people after a word or title that announces one. Names alone are left to dictionaries.
 * https://www.w3.org/International/questions/qa-personal-names
 */
export const personName: Detector = {
  id: 'person-name',
  title: 'Person’s name',
  category: 'person',
  severity: 'low',
  pattern:
    /(?:\b(?:patient|employee|customer|client|applicant|mr|mrs|ms|dr|herr|frau|full name|patientin|kunde|kundin|mitarbeiter|mitarbeiterin)\b[ \t]{0,2}[:.]?[ \t]{1,2})(?<secret>[A-Z][a-zà-ÿ]{1,20}(?:[ -][A-Z][a-zà-ÿ]{1,20}){1,3})(?![a-zà-ÿ])/g,
  confidence: 0.6,
  anchors: [
    'patient',
    'employee',
    'customer',
    'client',
    'applicant',
    'mr',
    'ms',
    'dr',
    'herr',
    'frau',
    'full name',
    'kund',
    'mitarbeiter',
  ],
};
