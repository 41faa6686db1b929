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

/** Ends of what a reader sees as a line, in documents of Office Open XML (ECMA-376) and OpenDocument. */
const lineEnds =
  /<(?:\/(?:[a-z]+\d?:)?(?:p|h|row|si|tr|comment|title|subject|creator|keywords|description|lastModifiedBy|category|property|author)|(?:[a-z]+:)?(?:br|cr|line-break)\b[^<>]*)>/gi;
const tabs = /<(?:[a-z]+:)?tab\b[^<>]*>|<\/(?:[a-z]+:)?(?:tc|table-cell|c)>/gi;
/** Places that a document points to outside itself. */
const targets = /\b(?:Target|href|xlink:href)="((?:https?|ftp|mailto):[^"]{1,2000})"/gi;

/** The text of a part of a document, a line for each paragraph, and the addresses that it points to. */
export function textOfMarkup(xml: string): string {
  const links = Array.from(xml.matchAll(targets), ([, target = '']) => target);
  const text = xml
    .replace(/<!--[^]*?-->|<\?[^]*?\?>|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>/g, '')
    .replace(lineEnds, '\n')
    .replace(tabs, '\t')
    .replace(/<[^<>]*>/g, '');
  return decodeEntities([text, ...links].join('\n')).replace(/\n{3,}/g, '\n\n');
}
