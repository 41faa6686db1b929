import { isJumbled, isRandom, isRandomId } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';
import { nameBefore } from './words/name-before.ts';

/** Names of values that look random and are meant to be seen. */
const harmless =
  /public|pub_?key|signature|hash|sha\d|check(?:sum|_?key|ed|$)|digest|integrity|etag|commit|fingerprint|primary|foreign|key\w{0,6}alg(?:orithm)?$|cache|idempotency|(?:^|[_.-])id$|key_?id|keyword|content(?!ful)|page|next|cursor|nonce|csrf|xsrf|session|request|(?<![a-z])trace|correlation|device|publishable|(?:mon|tur|hoc|joc|don|whis)key|key(?:frame|board|note|stone|pad)|sitekey|site_key/i;

/** Names whose value is secret even where it has the shape of an id. */
const saysSecret = /(?:token|secret|(?:api|access|secret|private|service|auth)[_-]?key)$/i;

/**
 * Random values that are assigned to something called a token, key or credential: what has no format of its own.
 * https://cwe.mitre.org/data/definitions/798.html
 */
export const secretAssignment: Detector = {
  id: 'secret-assignment',
  title: 'Secret',
  category: 'credential',
  severity: 'high',
  confidence: 0.7,
  pattern:
    /(?<name>(?:token|secret|key|credentials?|creds|auth|pat(?![a-z])|bearer)(?:[_.-]?[A-Za-z0-9_-]{1,20})?)(?:[\\"'`\]]{0,5}[ \t]{0,4}[:?!=]{0,3}[:=]>?[ \t]{0,4}[\\"'`]{0,4}[ ]{0,2}|-(?=(?:[0-9a-f]{32,64}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?![\w-]))|["'`],[ \t]{0,2}["'`]|>\s{0,12}(?:\{(?:[\w-]{1,24}[ ]){0,2}\.?)?|["'`]\)[ ](?:\?\?|\|\||or)[ ]["'`]|\(\)[ \w:*]{0,24}\{?\s{0,12}return[ ]["'`]|[ ](?:is|was|=|:)?[ ]?["'`(]?(?=[A-Za-z0-9_.~+\/=-]{14}))(?<secret>[A-Za-z0-9_.~+\/=-]{14,256})(?![A-Za-z0-9_~+\/=-])/gi,
  anchors: ['token', 'secret', 'key', 'credential', 'creds', 'auth', 'pat', 'bearer'],
  verify(value, { groups, index, input }) {
    const before = nameBefore(input, index);
    if (before === undefined) return false;
    if (isFingerprint(value, input.slice(Math.max(0, index - lineOfKeys), index))) return false;
    const name = `${before}${groups?.['name'] ?? ''}`;
    return (
      !harmless.test(name) &&
      (isRandom(value) || (saysSecret.test(name) && (isRandomId(value) || isJumbled(value) || isLongNumber(value))))
    );
  },
};

/** A key may be a number; one that counts or tells the time is shorter. */
function isLongNumber(value: string): boolean {
  return /^\d{20,64}$/.test(value) && new Set(value).size >= 6;
}

/** Units before a name in which the line says what kind of key it is. */
const lineOfKeys = 80;

/** What a public key of OpenPGP is called by: https://www.rfc-editor.org/rfc/rfc9580#section-5.5.4 */
function isFingerprint(value: string, before: string): boolean {
  return /^[0-9A-F]{40}$/.test(value) && /(?:gpg|pgp|fingerprint|keyserver|recv)[^\n]*$/i.test(before);
}
