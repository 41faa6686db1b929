import { isMixedPassword, isRandom, isStatedPassword } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

const passwords =
  'passwords|passwds|passphrases|passcodes|pwds|passwörter|kennwörter|wachtwoorden|contraseñas|mots de passe|senhas|lösenord';
const secrets = 'secrets|tokens|credentials|creds|zugangsdaten';
const keys = '(?:api|access|secret|private|encryption|service)[ _-]?keys';

const isPasswords = new RegExp(`(?<=${passwords})`, 'iy');
const isSecrets = new RegExp(`(?<=${secrets}|${keys})`, 'iy');
const anchors = `${passwords}|${secrets}|keys`.split('|');
const anyAnchor = new RegExp(anchors.join('|'), 'gi');

/** Of one list. */
const mostItems = 500;

/** The end of a name, its type, and the start of an array, a set or an object in code. */
const opening =
  /[\w-]{0,24}["'`\]]{0,2}(?:[ ]?:[ ]?[\w<>[\]]{2,30}(?=[ ]?=))?\s{0,4}(?::=|[:=]>?)\s{0,4}(?:new[ ][\w<>[\]]{1,30}[ ]?)?[\w.:]{0,24}[ ]?[[({]{1,2}\s{0,32}/iy;
/** A value in quotes, perhaps with a name, up to the next one. */
const element =
  /(?:["'`]?(?<name>[\w.@ -]{1,40})["'`]?[ \t]{0,2}[:=]>?[ \t]{0,2})?(?:"(?<value>[^"\n]{1,128})"|'(?<value2>[^'\n]{1,128})'|`(?<value3>[^`\n]{1,128})`)[ \t]{0,4}[)}\]]?[,;]?(?:\s{0,4}(?:#|\/\/)[^\n]{0,100})?\s{0,32}[({[]?/dy;

/** What ends the line of a heading, and a ruler below it. */
const headingEnd =
  /[\w-]{0,24}["'`*_)]{0,4}(?:[ ](?:for|of|on|in|from|für|von|pour|de|para)[ ][^\n]{0,60}?|[ ](?:are|below)|[ ]\([^\n)]{0,40}\))?["'`*_]{0,3}[ \t]{0,2}:?["'`*_]{0,3}[ \t]{0,4}\r?\n(?:[ \t=-]{0,80}\r?\n)?/iy;
/** A line of a list or of a mapping. */
const line =
  /(?:[ \t]{0,16}(?:[-*•+–]|\d{1,3}[.)])[ \t]{1,4}|[ \t]{1,16}(?=["'`]?[\w.@ -]{1,40}["'`]?:[ \t]))(?:[*_"'`]{0,3}(?<name>[\w.@/ -]{1,40}?)[*_"'`]{0,3}[ ]?(?:[:=→–]|->|[ ]-)[*_]{0,2}[ \t]{1,8})?["'`]?(?<value>[^\s"'`]{0,127}[^\s"'`,;])["'`]?[ \t]{0,4}(?:[,;]|\([^)\n]{0,60}\)|#[^\n]{0,80})?[ \t]{0,4}(?:\r?\n|$)/dy;

/** ` are … , … and …` */
const sentence = /(?:[ ](?:for|of|on)[ ][^\n:=,;]{1,40}?)?(?:[ ](?:are|were|sind|sont|son)[ :]|[ ]?:)[ ]{0,2}(?=\S)/iy;
const spoken =
  /["'`]?(?<value>[^\s"'`,;]{5,64}[^\s"'`,;.!?])["'`]?(?:[ ]\([^)\n]{0,40}\))?(?:,?[ ](?:and|or|und|oder|et|y|e)[ ]|[,;/][ ]{0,2}|[ ]&[ ])?/dy;

const layouts = [
  { head: opening, item: element, isPassword: isMixedPassword },
  { head: headingEnd, item: line, isPassword: isMixedPassword },
  { head: sentence, item: spoken, isPassword: isStatedPassword },
];

/**
 * Lists that are called passwords, tokens, keys or the like: arrays in code and JSON, lists and mappings in YAML and Markdown, sentences.
 * Each value is a finding of its own.
 * https://cwe.mitre.org/data/definitions/798.html
 */
export const passwordList: Detector = {
  id: 'password-list',
  title: 'List of passwords',
  category: 'credential',
  severity: 'high',
  confidence: 0.7,
  pattern: new RegExp(`(?:${passwords}|${secrets}|${keys})[^]+`, 'gi'),
  anchors,
  *find(text, ends) {
    let reached = 0;
    for (const at of ends.length > 0 ? ends : endsOf(text)) {
      if (at < reached) continue;
      const ofPasswords = isAt(isPasswords, text, at);
      if (!ofPasswords && !isAt(isSecrets, text, at)) continue;
      for (const { head, item, isPassword } of layouts) {
        if (!isAt(head, text, at)) continue;
        for (const [start, end] of itemsAt(text, head.lastIndex, item)) {
          reached = end;
          const value = text.slice(start, end);
          if ((isRandom(value) && !/^sha\d+[-:]/.test(value)) || (ofPasswords && isPassword(value))) yield [start, end];
        }
        break;
      }
    }
  },
};

function isAt(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

function* endsOf(text: string): Generator<number> {
  for (const { index, 0: word } of text.matchAll(anyAnchor)) yield index + word.length;
}

/** What such a list says of a value beside it. */
const isHarmless = /integrity|hash|digest|sha\d|commit|checksum|signature|public|version|(?:^|[_.-])id$/i;

/** Where the values stand that follow each other from `from` on. */
function* itemsAt(text: string, from: number, item: RegExp): Generator<readonly [start: number, end: number]> {
  let at = from;
  for (let count = 0; count < mostItems; count += 1) {
    item.lastIndex = at;
    const found = item.exec(text);
    if (!found) return;
    at = item.lastIndex;
    const { value, value2, value3 } = found.indices?.groups ?? {};
    const span = value ?? value2 ?? value3;
    if (span && !isHarmless.test(found.groups?.['name'] ?? '')) yield span;
  }
}
