import type { Detector } from '../../types.ts';

const digits = '0123456789'.split('');

/**
 * A street with a house number, then a postcode or a town with one, as addresses are written in Germany, France, the United Kingdom and the United States.
 * https://www.upu.int/en/activities/addressing/postal-addressing-systems-in-member-countries.html
 */
export const postalAddress: Detector = {
  id: 'postal-address',
  title: 'Postal address',
  category: 'contact',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9])(?:(?:[A-ZÄÖÜ][\wäöüßÄÖÜ.'-]{1,24}[ ]?){1,3}(?:stra(?:ß|ss)e|str\.|weg|allee|platz|gasse|damm|ufer|[rR]ing)[ ]\d{1,4}[a-z]?[, \n]{1,3}\d{5}[ ][A-ZÄÖÜ][\wäöüß-]{2,30}|\d{1,5}[ ](?:[A-Z][\w.'-]{1,20}[ ]){1,3}(?:St(?:reet|\.)?|Ave(?:nue|\.)?|R(?:oa)?d\.?|Blvd\.?|Boulevard|Lane|Ln\.?|Drive|Dr\.?|Court|Ct\.?|Way|Close|Square|Terrace|Place)(?:,? (?:Apt|Suite|Unit|#)\.? ?\w{1,6})?,?[ \n][A-Z][\w .'-]{2,30},?[ \n](?:[A-Z]{2}[ ])?(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})|\d{1,4},?[ ](?:bis[ ])?(?:rue|avenue|boulevard|place|impasse|chemin)[ ][\wÀ-ÿ' -]{3,40},?[ \n]\d{5}[ ][A-ZÀ-Ý][\wÀ-ÿ-]{2,30})(?![A-Za-z0-9])/g,
  anchors: [
    'straß', 'strasse', 'str.', 'weg ', 'allee', 'platz', 'gasse', 'damm', 'ufer', ...digits.map((digit) => `ring ${digit}`),
    ' street', ' st,', ' st.', ' st ', ' st\n', ' avenue', ' ave', ' road', ' rd', ' blvd', ' boulevard', ' lane', ' ln', ' drive', ' dr.', ' dr,', ' dr ', ' dr\n', ' court',
    ' ct.', ' ct,', ' ct ', ' ct\n', ' square', ' terrace', ' way,', ' way\n', ' close,', ' close\n', ' place,', ' place\n', ' place ', ' rue ', ' impasse', ' chemin',
  ], // prettier-ignore
};
