import { encodeEntities } from './entities.ts';

/** What is no text in XML, and where it ends: XML 1.0, 2.5 to 2.7. */
const kinds = [
  { opening: '<!--', closing: '-->' },
  { opening: '<![CDATA[', closing: ']]>' },
  { opening: '<?', closing: '?>' },
];
/** Units that a declaration may have. */
const longestDeclaration = 65_536;

/**
 * Markup without comments, instructions and its declaration. What is marked as one of characters alone is text. What never ends is left as
 * it is: readers differ in what they make of it.
 */
export function withoutComments(xml: string): string {
  const parts: string[] = [];
  const endless = new Set<string>();
  let isDeclared = false;
  let from = 0;
  for (let at = nextOpening(xml, 0); at >= 0; at = nextOpening(xml, Math.max(at + 1, from))) {
    let end = -1;
    let said = '';
    const kind = kinds.find(({ opening }) => xml.startsWith(opening, at));
    if (kind && !endless.has(kind.closing)) {
      const start = at + kind.opening.length;
      const closing = xml.indexOf(kind.closing, start);
      if (closing < 0) endless.add(kind.closing);
      else [end, said] = [closing + kind.closing.length, kind.opening === '<![CDATA[' ? xml.slice(start, closing) : ''];
    } else if (!kind && !isDeclared && /^<!DOCTYPE\b/i.test(xml.slice(at, at + 10))) {
      isDeclared = true; // there is one at most
      end = endOfDeclaration(xml, at);
    }
    if (end < 0) continue;
    parts.push(xml.slice(from, at), encodeEntities(said));
    from = end;
  }
  return parts.length === 0 ? xml : parts.join('') + xml.slice(from);
}

function nextOpening(xml: string, from: number): number {
  for (let at = xml.indexOf('<', from); at >= 0; at = xml.indexOf('<', at + 1)) {
    const next = xml.charCodeAt(at + 1);
    if (next === 33 || next === 63) return at; // ! and ?
  }
  return -1;
}

/** Signs of markup may stand between quotes, and further declarations between brackets; -1 where it does not end. */
function endOfDeclaration(xml: string, start: number): number {
  let quote = '';
  let isWithin = false;
  for (let at = start; at < Math.min(xml.length, start + longestDeclaration); at += 1) {
    const sign = xml.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '[') isWithin = true;
    else if (sign === ']') isWithin = false;
    else if (sign === '>' && !isWithin) return at + 1;
  }
  return -1;
}
