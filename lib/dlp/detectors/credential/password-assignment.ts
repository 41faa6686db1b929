import {
  isCommonPassword,
  isMixedPassword,
  isPasswordLike,
  isRandom,
  isSpokenPassword,
  isStrongPassword,
} from '../../placeholder.ts';
import type { Detector } from '../../types.ts';
import { nameBefore } from './words/name-before.ts';
import { passwordAnchors, passwordWords, shortPasswordWords } from './words/password-words.ts';

const isAssigned = '(?=["\'`\\]]?[ \\t]{0,4}["\'`]?[ \\t]{0,4}[:=])';
/** What must follow looks back last: a word that stands first is found faster. */
const short = `(?:${shortPasswordWords})${isAssigned}(?<![A-Za-z](?:${shortPasswordWords}))|pass(?:(?<=_pass)|${isAssigned}(?<=[a-z]pass)(?<!(?:by|com|tres|sur|over|under|im)pass))`;
const word = `${passwordWords}|pwd|psw|secret|api[_ -]?key|auth[_-]?token|access[_-]?token|(?:private|encryption|signing|master)[_-]?key|${short}`;
const name = `(?:${word})s?\\d{0,3}(?:[_-][A-Za-z0-9_-]{1,24})?`;
/** The end of the name: a quote, a bracket, the size of an array, a type, the names that are assigned with it. */
const named =
  '(?:\\[\\d{0,6}\\]|\\\\{0,3}["\'`\\]]{0,2})(?:[ ]{0,2}:[ ]{0,2}[&\\w<>[\\]]{2,30}(?=[ ]?=))?(?:(?:,[ ][A-Za-z_]\\w{0,40}){1,3}(?=[ ]\\w{0,8}[ ]?:?=))?(?:[ ]string(?=[ ]=))?';
/** `process.env.PASSWORD || `, where a text follows. */
const fallback = '(?:[\\w.$()[\\]"\':?-]{1,60}[ ](?:\\|\\||\\?\\?|or)[ ](?=["\']))?';
/** `=`, `:=`, `===`, `=>`, after a closing quote or bracket of the name or the size of an array, and before the letter of a string. */
const operator = `${named}[ \\t]{0,32}(?:[:?!=]{0,3}[:=]>?|<-)[ \\t]{0,4}${fallback}(?:[@LURbrfu]{1,2}(?=["']))?`;
/** `<add key="Password" value="…" />` */
const attribute = '["\'][ \\t]{1,4}(?:android:)?value[ \\t]{0,2}=[ \\t]{0,2}';
/** ` for the server is `, ` was changed to `, ` lautet: `, ` -> `. */
const verb =
  '(?:(?:[ \\t](?:for|of|to|on|von|für|vom|pour|de|del|para)[ \\t][^\\n:=]{1,40}?)?[ \\t](?:(?:(?:is|was|been|got)[ \\t])?(?:changed|set|reset|updated)[ \\t]to|is|was|are|lautet|ist|est|es|to)[ \\t]{0,2}:?[ \\t]{1,2}|[ \\t](?:→|->|-)[ \\t]{1,2})';
/** The value on a line of its own, as YAML and Terraform nest it. */
const nested =
  '(?:["\']?:[ \\t]{0,4}\\r?\\n[ \\t]{1,16}(?:(?:value|default|plain|text):|(?<=s["\']?:[ \\t]{0,4}\\r?\\n[ \\t]{1,16})-)[ \\t]{1,4}|"[ \\t]{0,2}\\{\\s{0,16}(?:(?:type|description|sensitive)[^\\n]{0,100}\\n\\s{0,16}){0,3}default[ \\t]{0,8}=[ \\t]{0,4}(?:\\[\\s{0,16})?)';
const element = '["\']?(?:[ ][\\w:-]{1,32}=["\'][^<>"\'\\n]{0,64}["\']){0,4}>(?:\\s{0,16}<Value>)?';
/** A line of `.netrc`: https://everything.curl.dev/usingcurl/netrc.html */
const netrc = '(?<=(?:login|user)[ \\t]{1,2}\\S{1,64}\\s{1,8}password)[ \\t]{1,2}';
const quoted =
  '\\\\{1,3}"(?<secret>[^"\\\\\\n]{4,2000})\\\\{1,3}"|"(?<secret1>[^"\\n]{4,2000})"|\'(?<secret2>[^\'\\n]{4,2000})\'|`(?<secret3>[^`\\n]{4,2000})`';
/** To the end of a line every sign may belong to the value; elsewhere a closing one ends it, unless the value has opened it. */
const lineEnd = '(?=[ \\t,;"\'`]{0,4}(?:[\\r\\n]|$))';
const wholeLine = `(?<secret4>[^\\s"'\`<]{5,255}[^\\s"'\`<,;.:)}\\]]|(?=[^\\s{]{1,128}\\{)[^\\s"'\`<]{5,127}\\})${lineEnd}`;
const longestBare = 256;
const bare = `(?<secret5>[^\\s"'\`<,;)\\]}]{6,${longestBare}})`;
/** Nothing but a space stands between, as in `log in with password …`. */
const next = '[ \\t]{1,2}(?<secret6>[^\\s"\'`<,;)\\]}]{8,64})';
/** `password "…"`, `secret("…")`, `secret.assign("…")`, `set("password", "…")`. */
const given =
  '(?:[ \\t]{1,2}|(?:\\.[a-z]{1,16})?\\([ \\t]{0,2})(?:"(?<secret7>[^"\\s]{6,128})"|\'(?<secret8>[^\'\\s]{6,128})\')';
/** `setProperty("db.password", "…")`, `define('AUTH_KEY', '…')`, `buildConfigField 'String', 'API_KEY', '"…"'` */
const stored = `(?:set|put|add|append|define|property|param|env|fill|field|option|header|insert|var|replace|export|(?:environ|config|conf|settings|options)\\.get)[A-Za-z_]{0,24}[ ]?\\(?[ \\t]{0,2}(?:["'\`][\\w.-]{1,40}["'\`][ ]?,[ ]?)?[\\\\"'\`#]{1,3}[A-Za-z0-9_.-]{0,64}?(?:${word})\\d{0,3}(?:[_-][A-Za-z0-9_-]{1,24})?\\\\?["'\`][ \\t]?,\\s{0,8}b?\\\\?(?:["'\`]\\\\?){1,2}(?<secret13>[^"'\`\\n\\\\]{6,256})\\\\?["'\`]`;
/** In a sentence, in quotes. */
const spoken = `${verb}["'“‘«\`](?<secret9>[^\\s"'”’»\`]{4,64})["'”’»\`]`;
/** `use … as the password`, `… is the password` */
const spokenFirst = `[ ](?:as|is)[ ](?:the|your|my|our|a|its)[ ](?:[a-z]{1,16}[ ])?(?:password|passwort|passphrase|passcode)(?![ ]?[a-z])(?<=(?<![^\\s"'])(?<secret11>[^\\s"']{8,64})["']?[ ](?:as|is)[ ][a-z ]{10,40})`;
/** https://wiki.filezilla-project.org/Site_Manager */
const filezilla = '<(?:Pass(?:[ ]encoding="base64")?|pwd?)>(?<secret12>[^<\\s]{4,128})';
/** The value first: `if ("…" == password)`. */
const reversed = `[=!]={1,2}(?<="(?<secret10>[^"\\n]{4,128})"[ \\t]{0,2}[=!]{2,3})[ \\t]{0,2}[\\w.]{0,64}?(?:${word})`;

/** As opposed to a match that begins with its value, or with the call that stores it. */
const startsWithName = new RegExp(`^(?:${word})`, 'i');

/** A field that holds a password and nothing else, with its value right after it. */
const isPasswordField =
  /^(?:[\w.-]{0,32}[_.-])?(?:password|passwd|passphrase|pass|pwd|passwort|kennwort)["'\]]{0,2}[ \t]{0,4}[:=]>?[ \t]{0,4}["']?[^\s"']/i;

/** One word in lower case that is no word of forms. */
function isWord(value: string): boolean {
  return /^[a-z]{6,}$/.test(value) && isSpokenPassword(value);
}

/** A line of a file for the environment: its value is what it is, a plain word too. */
const environment = /^[A-Z][A-Z0-9_]*(?:PASS|PASSWORD|PASSWD|PWD)=[^\s=]+$/;

/**
 * A line of a file of properties, from its start to its end and without spaces, or an element of XML: the value is what it is, too.
 * `before` is the character in front.
 */
function isProperty(line: string, before: string): boolean {
  return (
    (/^\n?$/.test(before) && /^[\w.-]{0,64}(?:passphrase|passwd|password|pass|pwd)[=:][A-Za-z]{6,}$/i.test(line)) ||
    (before === '<' && /^(?:passphrase|passwd|password|pwd)>[A-Za-z]{8,}$/.test(line))
  );
}

/** A word that a file gives as a password, and no name of a variable or of a field. */
function isSetWord(value: string): boolean {
  return (
    isSpokenPassword(value) &&
    !/pass|pwd|secret|token|hash|value|input|param|user|name|^(?:get|is|has|new|the)/i.test(value)
  );
}

/**
 * Passwords and secrets that are assigned in code, configuration, markup, command lines or a sentence. The value must not be a
 * placeholder, a variable or a call.
 * https://cwe.mitre.org/data/definitions/798.html
 */
export const passwordAssignment: Detector = {
  id: 'password-assignment',
  title: 'Password',
  category: 'credential',
  severity: 'high',
  confidence: 0.8,
  pattern: new RegExp(
    `${stored}|${name}(?:${spoken}|(?:${operator}|${attribute}|${nested}|${verb}|${element}|${netrc})(?:${quoted}|${wholeLine}|${bare})|${given}|${next})|${reversed}|${spokenFirst}|${filezilla}`,
    'gi',
  ),
  anchors: [
    ...passwordAnchors,
    'secret',
    'api_key',
    'api-key',
    'api key',
    'apikey',
    'auth_token',
    'auth-token',
    'authtoken',
    'access_token',
    'access-token',
    'accesstoken',
    'private_key',
    'private-key',
    'privatekey',
    'encryption_key',
    'encryption-key',
    'encryptionkey',
    'signing_key',
    'signing-key',
    'signingkey',
    'master_key',
    'master-key',
    'masterkey',
  ],
  verify(value, { 0: whole, groups = {}, index, input }) {
    // Nobody chooses so long a password: it comes from a generator, or is no value.
    if (value.length === longestBare && groups['secret5'] !== undefined)
      return !/^(.{2,24}?)\1/.test(value) && isRandom(value);
    const before = nameBefore(input, index);
    if (before === undefined && startsWithName.test(whole)) return false;
    if (environment.test(`${before ?? ''}${whole}`)) return isSpokenPassword(value) && value.length >= 6;
    if (isProperty(`${before ?? ''}${whole}`, input.charAt(index - (before ?? '').length - 1))) return isSetWord(value);
    if (groups['secret6'] !== undefined) return isStrongPassword(value);
    if ((groups['secret7'] ?? groups['secret8']) !== undefined) return isMixedPassword(value);
    if (groups['secret11'] !== undefined)
      return /[A-Za-z]/.test(value) && /\d/.test(value) && isPasswordLike(value, false);
    if (groups['secret9'] !== undefined) return isSpokenPassword(value);
    const isQuoted = (groups['secret4'] ?? groups['secret5']) === undefined;
    // What code compares a password with is one, a plain word too.
    if (isQuoted && /[!=]=[ \t]{0,4}["'`]/.test(whole)) return isSpokenPassword(value);
    if (isPasswordField.test(`${before ?? ''}${whole}`) && (isCommonPassword(value) || (isQuoted && isWord(value))))
      return true;
    // `pass` is also what a test does.
    if (/\s/.test(value) && /^pass(?![a-z])/i.test(whole)) return false;
    return isPasswordLike(value, isQuoted);
  },
};
