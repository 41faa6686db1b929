/** What stands for a character in XML: XML 1.0, 4.6. Entities that a document declares itself are not expanded. */
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/g,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? all;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** Undone by `decodeEntities`. */
export function encodeEntities(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? '&quot;');
}

/** Ends of what a reader sees as a line, in documents of Office Open XML (ECMA-376) and OpenDocument. */
const lineEnds =
  /<(?:\/(?:[a-z]+\d?:)?(?:p|h|row|si|tr|comment|title|subject|creator|keywords|description|lastModifiedBy|category|property|author)|(?:[a-z]+:)?(?:br|cr|line-break)\b[^<>]*)>/gi;
const tabs = /<(?:[a-z]+:)?tab\b[^<>]*>|<\/(?:[a-z]+:)?(?:tc|table-cell|c)>/gi;
/** Places that a document points to outside itself. */
const targets =
  /\b(?:Target|href|xlink:href)=(?:"((?:https?|ftp|mailto):[^"]{1,2000})"|'((?:https?|ftp|mailto):[^']{1,2000})')/gi;
/**
 * Attributes that hold words: of pictures for those who do not see them, of links, of cells that say what may stand in them, and what
 * pivot tables keep of the rows that they were made from (ECMA-376, part 1, 18.10 and 20.1.2.2.8; OpenDocument 1.3, part 3, 19.383).
 */
export const attributesOfWords =
  'descr|title|tooltip|display|displayText|prompt|promptTitle|error|errorTitle|string-value';
const words = new RegExp(`\\s(?:[a-z]+\\d*:)?(?:${attributesOfWords}|v)=(?:"([^"<]*)"|'([^'<]*)')`, 'gi');
/** What is no text: comments, instructions and declarations. What is marked as one of characters alone (XML 1.0, 2.7) is text. */
const noText = /<!--[^]*?-->|<\?[^]*?\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>|<!\[CDATA\[([^]*?)\]\]>/g;

/** True for the parts of a document that are written in XML: its text, what it points to, its drawings. */
export function isMarkup(name: string): boolean {
  return /\.(?:xml|rels|svg|vml)$/i.test(name);
}

/** Tags whose `val` is a variable of a document, which fields and programs read: ECMA-376, part 1, 17.15.1.32. */
export const variable = /^<(?:[a-z]+\d*:)?docVar\s/;

/** The variables of a document in a part with its settings, with their names. */
export function variablesOf(xml: string): readonly string[] {
  const tags = Array.from(xml.matchAll(/<[^<>]*>/g), ([tag]) => tag).filter((tag) => variable.test(tag));
  const values = tags.flatMap((tag) =>
    Array.from(tag.matchAll(/\s(?:[a-z]+\d*:)?(?:name|val)=(?:"([^"]*)"|'([^']*)')/gi), ([, double, single]) =>
      decodeEntities(double ?? single ?? ''),
    ),
  );
  return values;
}

/** The text of a part of a document, a line for each paragraph, and the addresses and other words that stand in its tags. */
export function textOfMarkup(xml: string): string {
  const inTags = [targets, words].flatMap((pattern) =>
    Array.from(xml.matchAll(pattern), ([, double, single]) => double ?? single ?? ''),
  );
  const text = xml
    .replace(noText, (_all, characters: string | undefined) => encodeEntities(characters ?? ''))
    .replace(lineEnds, '\n')
    .replace(tabs, '\t')
    .replace(/<[^<>]*>/g, '');
  return decodeEntities([text, ...inTags].join('\n')).replace(/\n{3,}/g, '\n\n');
}
