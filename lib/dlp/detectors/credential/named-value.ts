import { isPasswordLike, isRandom } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

const word = 'password|passwd|passphrase|passwort|pass|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key';
/** The rest of the name, its end, and the name of the value. */
const between =
  '[\\w.-]{0,16}["\']?[ \\t]{0,2}(?:,[ \\t]{0,4}|,?[ \\t]{0,4}\\r?\\n[ \\t]{0,32})["\']?(?:value|string_?value|plaintext|default)["\']?[ ]{0,2}[:=][ ]{0,2}|<\\/(?:key|name)>\\s{0,16}<(?:string|value)>';

/**
 * A name and its value as two entries: the environment of a container, parameters of a template, property lists.
 * https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
 */
export const namedValue: Detector = {
  id: 'named-value',
  title: 'Secret in a list of values',
  category: 'credential',
  severity: 'high',
  confidence: 0.8,
  // What stands before the word is looked at after it: a word that stands first is found faster.
  pattern: new RegExp(
    `(?<word>${word})(?:(?<=(?:(?:name|key|variable)["']?[ ]{0,2}[:=][ ]{0,2}["']?|<(?:key|name)>)[\\w.-]{0,48}?(?:${word}))(?:${between})["']?(?<secret>[^\\s"'<>]{4,255})|[\\w.-]{0,16}["'](?<=["']value["'][ ]?:[ ]?["'](?<secret2>[^\\s"'<>]{4,255})["'],\\s{1,16}["']name["'][ ]?:[ ]?["'][\\w.-]{1,64}["']))`,
    'gi',
  ),
  anchors: ['passw', 'passphrase', 'pass"', "pass'", 'pass\n', 'pass,', 'pass<', 'pwd', 'secret', 'token', 'api_key', 'api-key', 'apikey', 'access_key', 'access-key', 'accesskey', 'private_key', 'private-key', 'privatekey'], // prettier-ignore
  verify: (value, { groups = {} }) =>
    /^pass|^pwd/i.test(groups['word'] ?? '') ? isPasswordLike(value, true) : isRandom(value),
};
