import {
  isBarePassword,
  isMixedPassword,
  isPasswordLike,
  isPhrase,
  isSpokenPassword,
  isStatedPassword,
} from '../../placeholder.ts';
import type { Detector } from '../../types.ts';
import {
  belonging,
  passwordAnchors,
  passwordWords,
  shortPasswordWords,
  userWords,
  verbs,
} from './words/password-words.ts';

const noun = `(?<![A-Za-z0-9_$@/.-])(?:${passwordWords}|${shortPasswordWords})`;
const open = '["“‘«„`\']';
const close = '["”’»“`\']';
/** What ends a sentence does not belong to a value. */
const bare = (group: string) => `(?<${group}>[^\\s"'\`<>]{3,63}[^\\s"'\`<>.,;:)\\]}])(?=[\\s"'\`<>.,;:)\\]}]|$)`;

/** `the password for web01 is now …` */
const told = `${noun}${belonging}${verbs}(?:${open}(?<secret>[^"”’»“\`'\\n]{4,64})${close}|${bare('secret2')})|${noun}(?=[ ])${belonging}[ ]?(?::|→|->|=)[ ]{1,2}${bare('secret12')}`;
/** `the password for user 'carol' is 'blueberry'` */
const owned = `${noun}[ ](?:for|of|for the|of the)[ ](?:the[ ])?(?:${userWords})[ ]{1,2}${open}(?<also9>[^"”’»“\`'\n]{1,64})${close}${verbs}${open}(?<secret9>[^"”’»“\`'\n]{4,64})${close}`;
/** `password …`, `password (…)`, `(pass …)` */
const next = `${noun}[ \\t]{1,3}(?:\\((?<secret3>[^\\s()]{6,64})\\)|${bare('secret4')})`;
/** `pw(…)`, `(PW) …`, `password - …`, `password: bob/…`, `password for bob:…` */
const near = `(?<![A-Za-z0-9_$@.-])(?:${passwordWords}|${shortPasswordWords})(?:\\((?:[a-z]{1,16}:)?(?<secret10>[^\\s()"'\`<>]{6,64})\\)|(?<=\\((?:${passwordWords}|${shortPasswordWords}))\\)[ ]?[:=]?[ ]?${bare('secret11')}|[ ]-[ ]${bare('secret13')}|(?:[ ]?[:=][ ]?|[ ])(?<also14>[A-Za-z][\\w.-]{1,31})\\/(?<secret14>[^\\s"'\`<>\\/.,;:()]{6,64})(?=[\\s"'\`<>.,;:)]|$)|[ ](?:for|of|von|für|de)[ ](?<also15>[\\w.-]{1,32}):(?<secret15>[^\\s"'\`<>,;()]{6,64}))`;
/** `pass '…'` */
const spelled = `${noun}[ \\t]{1,3}["'](?<secret16>[^"'\\s<>]{8,64})["']`;
/** A form that was copied: the name on a line, the value on the next one. */
const form = `(?<=(?:^|\\n)[ \\t*-]{0,8})(?:${passwordWords}|${shortPasswordWords}):?[ \\t]{0,4}\\r?\\n[ \\t]{0,8}(?<secret5>\\S{6,64})(?=[ \\t]{0,4}(?:\\r?\\n|$))`;
/** `user bob, password …` */
const pair = `(?<![A-Za-z0-9_$@/.-])(?:${userWords})(?:[ ]is|[ ]?[:=])?[ ]{1,2}["'\`]?(?<also>[^\\s"'\`,;:=]{1,64})["'\`]?[ ]{0,2}[,;/|]?[ ](?:(?:and|und|et|y|e|i|with|mit|avec|con|with the|and the|the)[ ])?(?:${passwordWords}|${shortPasswordWords})(?:[ ]is|[ ]?[:=])?[ ]{1,2}["'\`]?${bare('secret6')}`;
/** `password: correct horse battery staple`: words of a passphrase, up to the end of the line. */
const phrase = `(?<![A-Za-z0-9_$@/.-])(?:passphrase|(?:[a-z]{1,20}_)?password)(?:(?:${verbs}|[ ]?[:=][ ]{0,2}|[ ])${open}(?<secret7>[^\\s"”’»“\`']{1,30}[ ][^"”’»“\`'\\n]{4,60})${close}|(?:${verbs}|[ ]?[:=][ ]{0,2})(?<secret8>[a-z0-9]{2,16}(?:[ -][a-z0-9]{2,16}){3,7})(?=[ \\t.]{0,3}(?:\\r?\\n|$)))`;

/**
 * Passwords that people tell each other in sentences, forms and notes, in several languages.
 * https://cwe.mitre.org/data/definitions/522.html
 */
export const statedPassword: Detector = {
  id: 'stated-password',
  title: 'Password in a sentence',
  category: 'credential',
  severity: 'high',
  confidence: 0.8,
  pattern: new RegExp([pair, owned, phrase, told, next, form, near, spelled].join('|'), 'gi'),
  anchors: passwordAnchors,
  verify(value, { 0: whole, groups = {} }) {
    if (groups['secret7'] !== undefined && /^passphrase[ ]?[:=]/i.test(whole)) return isPhrase(value, 'passphrase');
    if ((groups['secret7'] ?? groups['secret8']) !== undefined) return isPhrase(value);
    if (groups['secret16'] !== undefined) return isMixedPassword(value);
    if (groups['secret9'] !== undefined) return !/[<>${}*]/.test(value);
    if (groups['secret'] !== undefined) return isSpokenPassword(value) || isPhrase(value);
    if ((groups['secret2'] ?? groups['secret12']) !== undefined) return isPasswordLike(value, false);
    if (groups['secret6'] !== undefined) return isPasswordLike(value, false) && /\d|[!@#$%^&*]/.test(value);
    return groups['secret3'] === undefined && groups['secret4'] === undefined && groups['secret5'] === undefined
      ? isBarePassword(value)
      : isStatedPassword(value);
  },
};
