import { decodeEntities } from './entities.ts';
import { withoutComments } from './plain-markup.ts';

/** True for the parts of a document that are written in XML: its text, what it points to, its drawings. */
export function isMarkup(name: string): boolean {
  return /\.(?:xml|rels|svg|vml)$/i.test(name);
}

const prefix = '(?:[a-z][\\w.-]{0,32}:)?';

/** Tags at which a reader sees a line end, in documents of Office Open XML (ECMA-376) and OpenDocument. */
const lineEnds = new RegExp(`^<(?:/${prefix}(?:p|h|row|si|tr|comment)|${prefix}(?:br|cr|line-break))(?=[\\s/>])`, 'i');
const cellEnds = new RegExp(`^<(?:/${prefix}(?:tc|table-cell|c)|${prefix}tab)(?=[\\s/>])`, 'i');
/** Ends of what stands within a line. */
const inline = new RegExp(
  `^</${prefix}(?:r|t|rPr|instrText|delText|delInstrText|span|a|hyperlink|ins|del|moveFrom|moveTo|smartTag|fldSimple|tspan|b|i|u|s|em|strong|font|sub|sup)>`,
  'i',
);

/**
 * What a tag parts: lines, cells or nothing. An element that holds words and is no run of a line, such as a value of a chart or a text in a
 * drawing, ends one too; one without words does not, or anything unseen would cut a word in two.
 */
export function partedBy(tag: string, textBefore: string): '\n' | '\t' | '' {
  if (lineEnds.test(tag)) return '\n';
  if (cellEnds.test(tag)) return '\t';
  return tag.startsWith('</') && /\S\s{0,8}$/.test(textBefore) && !inline.test(tag) ? '\n' : '';
}

/** Signs that are written as elements: ECMA-376, part 1, 17.3.3.18; OpenDocument 1.3, part 3, 6.1.3. */
const signs: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^<${prefix}noBreakHyphen\\b`, 'i'), '-'],
  [/^<text:s\b/, ' '],
];

/** Places that a document points to outside itself. */
const targets =
  /\b(?:Target|href|xlink:href)=(?:"((?:(?!data:)[a-z][a-z0-9+.-]+:|\\\\)[^"]*)"|'((?:(?!data:)[a-z][a-z0-9+.-]+:|\\\\)[^']*)')/gi;
/**
 * Attributes that hold words: of pictures for those who do not see them, of links, of cells that say what may stand in them, of watermarks,
 * and of who wrote or said something (ECMA-376, part 1, 20.1.2.2.8; OpenDocument 1.3, part 3, 19.383).
 */
export const attributesOfWords =
  'descr|title|tooltip|display|displayText|prompt|promptTitle|error|errorTitle|string-value|string|alt|label|caption|author|displayName|userId';
/** What programs read in attributes: fields, formulas, connections, formats, and what pivot tables keep of rows (ECMA-376, part 1, 18.10). */
const attributesOfPrograms = 'v|instr|connection|command|formula|current-value|formatCode';
const words = new RegExp(
  `\\s${prefix}(?:${attributesOfWords}|${attributesOfPrograms})=(?:"([^"<]*)"|'([^'<]*)')`,
  'gi',
);
/** Elements with a name that somebody gave, and those whose `val` somebody chose or typed: ECMA-376, part 1, 17.15.1.32 and 17.16. */
const named = new RegExp(
  `<${prefix}(?:sheet|table|tableColumn|cacheField|section|definedName|docVar)\\s[^<>]{0,2000}?(?<=\\s)${prefix}name=(?:"([^"<]*)"|'([^'<]*)')`,
  'gi',
);
const valued = new RegExp(
  `<${prefix}(?:docVar|listEntry|default|helpText|statusText|alias|tblCaption|tblDescription|lvlText|connectString|query)\\s[^<>]{0,2000}?(?<=\\s)${prefix}val=(?:"([^"<]*)"|'([^'<]*)')`,
  'gi',
);
/** Tags whose `val` may be replaced: nothing but fields and programs of the document's own read it. */
export const variable = new RegExp(`^<${prefix}docVar\\s`, 'i');

/** How a run looks, and what may stand in a field: elements within elements, and no text. */
const looks = new RegExp(`<(${prefix}(?:rPr|sdtPr|endParaRPr))(?:\\s[^<>]*)?>[^]{0,4000}?</\\1>`, 'gi');
/** True where a part declares its own entities, or might: parsers expand them, and nothing here does. */
export function declaresItself(xml: string): boolean {
  return /<!(?:DOCTYPE|ENTITY)/i.test(xml);
}

/** The text of a part of a document, a line for each paragraph, and the addresses and other words that stand in its tags. */
export function textOfMarkup(xml: string): string {
  const inTags = [targets, words, named, valued].flatMap((pattern) =>
    Array.from(xml.matchAll(pattern), ([, double, single]) => double ?? single ?? ''),
  );
  const pieces = withoutComments(xml)
    .replace(looks, '')
    .split(/(<[^<>]*>)/);
  const text = pieces.map((piece, place) => (place % 2 === 0 ? piece : saidBy(piece, pieces[place - 1] ?? '')));
  return decodeEntities([text.join(''), ...inTags].join('\n')).replace(/\n{3,}/g, '\n\n');
}

function saidBy(tag: string, textBefore: string): string {
  return signs.find(([element]) => element.test(tag))?.[1] ?? partedBy(tag, textBefore);
}
