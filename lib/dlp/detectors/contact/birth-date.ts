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
    /\b(?:date of birth|dob|d\.o\.b\.?|birth ?date|born(?: on)?|geburtsdatum|geboren(?: am)?|geb\.|date de naissance|fecha de nacimiento|nacid[oa] el|data di nascita|nat[oa] il)[\"']?[ \t]{0,3}(?:[:=]|is|was)?[ \t]{0,3}[\"']?(?<secret>(?:0?[1-9]|[12]\d|3[01])[.\/ -](?:0?[1-9]|1[0-2])[.\/ -](?:19|20)?\d\d|(?:0?[1-9]|1[0-2])[\/-](?:0?[1-9]|[12]\d|3[01])[\/-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)? [A-Za-zÀ-ÿ]{3,10}\.? (?:19|20)\d\d|[A-Z][a-z]{2,8} (?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,? (?:19|20)\d\d)(?!\d)/gi,
  anchors: ['birth', 'dob', 'd.o.b', 'born', 'geb', 'naissance', 'nacim', 'nacid', 'nascita', 'nato il', 'nata il'],
};
