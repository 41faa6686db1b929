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
const mostItems = 5_000;

/** The end of a name, its type, and the start of an array, a set or an object in code. */
const opening =
  /[\w-]{0,24}[\\"'`\]]{0,5}(?:[ ]?:[ ]?[\w<>[\], &;]{2,40}(?=[ ]?=))?\s{0,4}(?::=|[:=]>?)\s{0,4}(?:new[ ][\w<>[\]]{1,30}[ ]?|new\[\][ ]?|(?:map\[\w{1,16}\]|\[\])\w{1,16}|vec!|@)?[\w.:]{0,24}[ ]?[[({]{1,2}\s{0,32}/iy;
/** A value in quotes, perhaps with a name, up to the next one; or a name with an opening, and what is no text. */
const element =
  /(?:["'`]?(?<name>[\w.@ -]{1,40})["'`]?[ \t]{0,2}[:=]>?[ \t]{0,2})?(?:\\{1,3}"(?<value4>[^"\\\n]{0,512})\\{1,3}"|"(?<value>(?:[^"\\\n]|\\.){0,512})"|'(?<value2>(?:[^'\\\n]|\\.){0,512})'|`(?<value3>[^`\n]{1,512})`)(?![ \t]{0,4}[:=])[ \t]{0,4}[)}\]]{0,3}[,;]?(?:\s{0,4}(?:#|\/\/)[^\n]{0,100})?\s{0,32}[({[]?/dy;
const noElement =
  /(?:["'`]?[\w.@ -]{1,40}["'`]?[ \t]{0,2}[:=]>?[ \t]{0,2}(?:[[({]|(?:-?\d[\d.]{0,20}|true|false|null|nil)[ \t]{0,4}[,;])|(?:None|null|nil|undefined|true|false|-?\d[\d.]{0,20})[ \t]{0,4},)\s{0,32}/iy;

/** What ends the line of a heading, and a ruler below it. */
const headingEnd =
  /[\w-]{0,24}["'`*_)\]]{0,4}(?:[ ](?:for|of|on|in|from|für|von|pour|de|para)[ ][^\n]{0,60}?|[ ](?:are|below)|[ ]\([^\n)]{0,40}\))?["'`*_]{0,3}[ \t]{0,2}:?["'`*_]{0,3}[ \t]{0,4}\r?\n(?:[ \t=-]{0,80}\r?\n)?/iy;
/** A line of a list, of a mapping, or with a value alone. */
const line =
  /(?:>[ \t]?)?(?:[ \t]{0,16}(?:[-*•+–]|\d{1,3}[.)])[ \t]{1,4}(?:\[[ x]\][ ])?|[ \t]{0,16})(?:[*_"'`]{0,3}(?<name>[\wÀ-ÿ.@/() -]{1,40}?)[*_"'`]{0,3}[ ]?(?:[:=→–]|->|[ ]-)[*_]{0,2}[ \t]{1,8})?["'`]?(?<value>[^\s"'`]{0,511}[^\s"'`,;:])["'`]?[ \t]{0,4}(?:[,;]|\([^)\n]{0,60}\)|#[^\n]{0,80}|[–—-][ ][^\n]{0,80})?[ \t]{0,4}(?:\r?\n(?:[ \t]{0,16}#[^\n]{0,100}\r?\n){0,3}(?:[ \t]{0,16}\r?\n)?|$)/dy;
/** A line of such a list that says something else; a line of a text is none. */
const noLine =
  /(?:>[ \t]?)?(?:[ \t]{0,16}(?:[-*•+–]|\d{1,3}[.)])[ \t]{1,4}[^\n]{1,200}|[ \t]{1,16}["'`]?[\w.@ -]{1,40}["'`]?:[ \t]{0,4})(?:\r?\n|$)/y;

/** ` are … , … and …` */
const sentence = /(?:[ ](?:for|of|on)[ ][^\n:=,;]{1,40}?)?(?:[ ](?:are|were|sind|sont|son)[ :]|[ ]?:)[ ]{0,2}(?=\S)/iy;
const spoken =
  /["'`]?(?<value>[^\s"'`,;]{5,511}[^\s"'`,;.?])["'`]?(?:[ ]\([^)\n]{0,40}\))?(?:,?[ ](?:and|or|und|oder|et|y|e)[ ]|[,;/][ ]{0,2}|[ ]&[ ])?/dy;

const nothing = /(?!)/y;

const layouts = [
  { head: opening, item: element, noItem: noElement, isPassword: isMixedPassword },
  { head: headingEnd, item: line, noItem: noLine, isPassword: isMixedPassword },
  { head: sentence, item: spoken, noItem: nothing, isPassword: isStatedPassword },
];

/**
 * Lists that are called passwords, tokens, keys or the like: arrays in code and JSON, lists and mappings in YAML and Markdown, sentences.
 * Each value is a finding of its own.
 * https://cwe.mitre.org/data/definitions/798.html
 */
export const passwordList: Detector = {
  id: 'password-list',
  title: 'Password in a list',
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
      for (const { head, item, noItem, isPassword } of layouts) {
        if (!isAt(head, text, at)) continue;
        const { spans, behind } = itemsAt(text, head.lastIndex, { item, noItem });
        reached = behind;
        for (const [start, end] of spans) {
          const value = text.slice(start, end);
          const isSecret = isRandom(value) && !/^sha\d+[-:]/.test(value);
          if (isSecret || (ofPasswords && isPassword(value) && !isNote.test(value))) yield [start, end];
        }
        break;
      }
    }
  },
};

/** What a list of such things says beside them: links, addresses, numbers of issues, calls, dates and times, expressions. */
const isNote =
  /^\[[^\]]*\]\(|^https?:|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^\(?#\d|^GH-\d|^[\w.]+\([^)]*\)$|^\d{1,4}[-:/]\d\d(?:[-:/]\d{2,4})?$|^\^.*\$$/;

function isAt(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

function* endsOf(text: string): Generator<number> {
  for (const { index, 0: word } of text.matchAll(anyAnchor)) yield index + word.length;
}

/** What such a list says of a value beside it. */
const isHarmless = /integrity|hash|digest|sha\d|commit|checksum|signature|public|version|(?:^|[_.-])id$/i;

interface Items {
  readonly item: RegExp;
  /** What may stand between two of them. */
  readonly noItem: RegExp;
}

interface Listed {
  readonly spans: readonly (readonly [start: number, end: number])[];
  readonly behind: number;
}

/** Where the values stand that follow each other from `from` on, and where they end. */
function itemsAt(text: string, from: number, { item, noItem }: Items): Listed {
  const spans: (readonly [start: number, end: number])[] = [];
  let at = from;
  for (let count = 0; count < mostItems; count += 1) {
    item.lastIndex = at;
    const found = item.exec(text);
    if (!found && !isAt(noItem, text, at)) break;
    at = found ? item.lastIndex : noItem.lastIndex;
    const { value, value2, value3, value4 } = found?.indices?.groups ?? {};
    const span = value ?? value2 ?? value3 ?? value4;
    if (span && !isHarmless.test(found?.groups?.['name'] ?? '')) spans.push(span);
  }
  return { spans, behind: at };
}
