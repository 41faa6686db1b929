import type { Detector } from '../../types.ts';

const word =
  '(?:my|your|some|the|db|test)?[_-]?(?:pass(?:word|wd)?|pwd|secret|admin|root|guest|user|default|test)\\d{0,3}';
const key = (names: string) => `(?:${names})[ \\t]{0,2}=[ \\t]{0,2}`;

/**
 * A user and a password in a place made for them (the authority of an address, a connection string, a block of credentials), where the
 * password is a word that examples use. Many systems run with such words, so it is recorded, not asked about.
 * https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1
 */
export const sampleCredential: Detector = {
  id: 'sample-credential',
  title: 'Password that is a common word',
  category: 'credential',
  severity: 'low',
  confidence: 0.6,
  pattern: new RegExp(
    [
      `:\\/\\/(?<=[a-z][a-z0-9+.-]:\\/\\/)(?<secret>[^\\s:@\\/?#"'<>$\{]{0,64}:${word})@`,
      `(?:${key('user[ ]?id|uid|user[ ]?name|user')})(?<also3>[^;\\s"'<>$\{#]{1,64});[ ]?(?:[\\w ]{1,32}=[^;\\n]{0,64};){0,4}?[ ]?(?:password|pwd)[ ]?=[ ]?(?<secret3>${word})[;"']`,
      `(?<secret4>username(?<=credentials[ ]?\\{\\s{0,16}(?:\\/\\/[^\\n]{0,80}\\s{1,16})?username)[ =(]{1,3}["'][^"'$[\\s]{1,64}["']\\)?\\s{1,16}password[ =(]{1,3}["'][^"'$[\\s]{1,64}["'])`,
      `psexec(?:\\.exe)?(?=[ \\t])[^\\n]{0,200}?[ \\t]-u[ ](?<also5>\\S{1,64})[ ]-p[ ](?<secret5>${word})(?=\\s)`,
    ].join('|'),
    'gi',
  ),
  anchors: ['://', 'uid', 'user', 'credentials', 'psexec'],
};
