import { isPasswordLike, isStatedPassword } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';
import { verbs } from './words/password-words.ts';

const shared = [
  'root',
  'admin',
  'administrator',
  'sa',
  'postgres',
  'oracle',
  'ubuntu',
  'pi',
  'guest',
  'cisco',
  'support',
];
/** `ssh as root / …`, `bob@corp.example / …`, `bob@corp.example:…` */
const slashed = `(?:(?:(?:login|log in|ssh|sftp|ftp|rdp|vnc|telnet|default|with|as|use|credentials?|creds):?[ ](?:[^\\n/]{0,30}?[ ])?|[*#(][ ]?)(?<also10>${shared.join('|')})[ ]?[/:][ ]?|@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}(?:[ ][/|][ ]|:)(?<!git@[^\\n]{1,80}))(?<secret10>[^\\s"'\`<>/.,;:)]{6,64})(?=[\\s"'\`,;)]|\\.\\s|\\.?$)`;
/** `SSID: Guest Key: …` */
const wifi = `(?:wi-?fi|wlan|wpa2?|ssid|hotspot|router)[^\\n]{0,40}?[ ](?:key|code|schlüssel|clave|clé)(?:${verbs}|[ ]?:[ ]{0,2})(?<secret11>[^\\s"'\`<>]{3,63}[^\\s"'\`<>.,;:)\\]}])(?=[\\s"'\`<>.,;:)\\]}]|$)`;

/**
 * A login that people pass on without the word password: `ssh as root / …`, an address of mail with a password behind it, the key of a
 * wireless network.
 * https://cwe.mitre.org/data/definitions/522.html
 */
export const sharedLogin: Detector = {
  id: 'shared-login',
  title: 'Login that was passed on',
  category: 'credential',
  severity: 'high',
  confidence: 0.7,
  pattern: new RegExp(`${slashed}|${wifi}`, 'gi'),
  anchors: [
    ...shared.flatMap((name) => ['/', ' /', ':', ' :'].map((sign) => name + sign)),
    '@', 'wifi', 'wi-fi', 'wlan', 'wpa', 'ssid', 'hotspot', 'router',
  ], // prettier-ignore
  verify(value, { groups = {} }) {
    if (groups['secret11'] !== undefined) return isPasswordLike(value, false);
    // A branch or an image stands behind a slash, too.
    return isStatedPassword(value) && (/[A-Z!@#$%^&*]/.test(value) || groups['also10'] === undefined);
  },
};
