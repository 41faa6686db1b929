import type { Detector } from '../../types.ts';

/**
 * Names of people after a word or title that announces one. Names alone are left to dictionaries.
 * https://www.w3.org/International/questions/qa-personal-names
 */
export const personName: Detector = {
  id: 'person-name',
  title: 'Person’s name',
  category: 'person',
  severity: 'low',
  // A capital letter before a capital letter is a heading (`Customer Support Team`) unless a colon or a title says otherwise.
  pattern:
    /(?<![\wà-ÿ])(?:(?:patient|employee|customer|client|applicant|full name)[ \t]{0,2}:?|(?:[Pp]atient(?:in)?|[Ee]mployee|[Cc]ustomer|[Cc]lient|[Aa]pplicant|[Ff]ull [Nn]ame|Kund(?:e|in)|Mitarbeiter(?:in)?)[ \t]{0,2}:|(?:Mr|Mrs|Ms|Dr)\.?|Herrn?|Frau)[ \t]{1,2}(?<secret>(?!Patient|Employee|Customer|Client|Applicant)(?:[A-Z]\. )?[A-ZÀ-ÞĀ-ʯΆ-ΫЀ-Я][a-zß-ÿĀ-ʯά-ώа-џ’']{1,20}(?:[ -](?:(?:van|von|de|da|di|der|den|la|le) ){0,2}[A-ZÀ-ÞĀ-ʯΆ-ΫЀ-Я](?:[a-zß-ÿĀ-ʯά-ώа-џ’']{1,20}){1,2}){1,3})(?![a-zà-ÿ])/g,
  confidence: 0.6,
  anchors: [
    'patient',
    'employee',
    'customer',
    'client',
    'applicant',
    'mr ',
    'mr\t',
    'mr.',
    'mrs',
    'ms ',
    'ms\t',
    'ms.',
    'dr ',
    'dr\t',
    'dr.',
    'herr',
    'frau ',
    'frau\t',
    'full name',
    'kund',
    'mitarbeiter',
  ],
};
