import type { Detector } from '../../types.ts';

/**
 * Marks of governments on their papers: the United States (Executive Order 13526), the United Kingdom, NATO, the European Union,
 * Germany, France, Italy and Spain. Plain `SECRET` is a word like others and counts only with a caveat or at the edge of a page.
 * https://www.gov.uk/government/publications/government-security-classifications
 */
export const governmentMark: Detector = {
  id: 'government-mark',
  title: 'Government classification',
  category: 'organisation',
  severity: 'high',
  pattern:
    /(?<![\w/-])(?:(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED)\/\/(?:NOFORN|REL TO [A-Z, ]{3,40}|ORCON|SI|TK|FOUO|FGI|SBU)(?:\/[A-Z-]{2,12}){0,4}|TOP SECRET(?=[ ]*(?:\r?\n|$))|OFFICIAL[- –]SENSITIVE|UK (?:TOP SECRET|SECRET)|(?:COSMIC TOP SECRET|NATO (?:SECRET|CONFIDENTIAL|RESTRICTED))|(?:RESTREINT UE|CONFIDENTIEL UE|SECRET UE|TRÈS SECRET UE)\/EU (?:RESTRICTED|CONFIDENTIAL|SECRET|TOP SECRET)|EU (?:RESTRICTED|CONFIDENTIAL|SECRET)|VS[ ]?[-–][ ]?(?:NUR FÜR DEN DIENSTGEBRAUCH|NfD|VERTRAULICH)|DIFFUSION RESTREINTE|SECRET DÉFENSE|RISERVATISSIMO|DIFUSIÓN LIMITADA)(?![\w-])/g,
};
