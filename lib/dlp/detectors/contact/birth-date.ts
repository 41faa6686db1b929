import type { Detector } from '../../types.ts';

/**
 * A date after a word for birth, in the orders of day, month and year that people use.
 * https://www.iso.org/iso-8601-date-and-time-format.html
 */
export const birthDate: Detector = {
  id: 'birth-date',
  title: 'Date of birth',
  category: 'contact',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z])(?:date of birth|dob|d\.o\.b\.?|birth ?date|birth[_-]?date|born(?: on)?|geburtsdatum|geburtstag|geboren(?: am| op)?|geb\.(?: am)?|date de naissance|fecha de nac(?:imiento|\.)|nacid[oa] el|data di nascita|nat[oa] il|data de nascimento|nascid[oa] em|geboortedatum|data urodzenia|urodzon[ya]|tanggal lahir)[\"']?[ \t]{0,3}(?:[:=]|is|was)?[ \t]{0,3}[\"']?(?<secret>(?:19|20)\d\d[.\/]\d\d?[.\/]\d\d?|(?:0?[1-9]|[12]\d|3[01])[.\/ -](?:0?[1-9]|1[0-2])[.\/ -](?:19|20)?\d\d|(?:0?[1-9]|1[0-2])[\/-](?:0?[1-9]|[12]\d|3[01])[\/-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)? [A-Za-zÀ-ÿ]{3,10}\.? (?:19|20)\d\d|[A-Z][a-z]{2,8} (?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,? (?:19|20)\d\d)(?!\d)/gi,
  anchors: [
    'birth', 'dob', 'd.o.b', 'born', 'geb', 'naissance', 'nacim', 'nacid', 'fecha de nac', 'nascim', 'nascid', 'nascita', 'nato il',
    'nata il', 'urodz', 'tanggal lahir',
  ], // prettier-ignore
};
