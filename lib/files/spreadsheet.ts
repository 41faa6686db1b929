import { textOfMarkup } from './markup.ts';
import { withoutComments } from './plain-markup.ts';

/** Names may have a prefix, as some programs write them. */
const items = /<(?:[\w.-]+:)?si\b[^<>]*?(?:\/>|>([^]*?)<\/(?:[\w.-]+:)?si>)/g;

/** The texts that cells share: ECMA-376, part 1, 18.4.9. */
export function sharedTexts(xml: string): readonly string[] {
  return Array.from(xml.matchAll(items), ([, item = '']) => textOfMarkup(item).trim());
}

const rows = /<(?:[\w.-]+:)?row\b[^<>]*>([^]*?)<\/(?:[\w.-]+:)?row>/g;
const cells = /<(?:[\w.-]+:)?c\b([^<>]*?)(?:\/>|>([^]*?)<\/(?:[\w.-]+:)?c>)/g;
const plainValue = /^<v>([^<>&]*)<\/v>$/;
const formulas = /<(?:[\w.-]+:)?f\b[^<>]*?(?:\/>|>([^]*?)<\/(?:[\w.-]+:)?f>)/g;

/**
 * The rows of a sheet, cells parted by tabs, so that a header stands over its column. Formulas stand beside what they come to. Then all
 * that stands in no cell, such as what is printed above each page. `undefined` where it would be longer than `most` UTF-16 units: a long
 * text that cells share may stand in any number of them.
 */
export function textOfSheet(whole: string, shared: readonly string[], most: number): string | undefined {
  const xml = withoutComments(whole);
  const lines: string[] = [];
  const besides: string[] = [];
  let units = 0;
  let end = 0;
  for (const { 0: all, 1: row = '', index } of xml.matchAll(rows)) {
    besides.push(xml.slice(end, index));
    end = index + all.length;
    const line: string[] = [];
    for (const [, attributes = '', content = ''] of row.matchAll(cells)) {
      const column = columnOf(attributes) ?? 0;
      const value = valueOf(attributes, content, shared);
      units += Math.max(column - line.length, 0) + value.length + 1;
      if (units > most) return undefined;
      while (line.length < column) line.push('');
      line.push(value);
    }
    lines.push(line.join('\t'));
    besides.push(row.replace(cells, ''));
  }
  const rest = textOfMarkup(besides.join('') + xml.slice(end)).trim();
  return rest === '' ? lines.join('\n') : [...lines, '', rest].join('\n');
}

const mostColumns = 16_384;

/** `r="C7"` is the third column, from 0. */
function columnOf(attributes: string): number | undefined {
  const letters = /\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1];
  if (letters === undefined) return undefined;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column < mostColumns ? column : undefined;
}

function valueOf(attributes: string, content: string, shared: readonly string[]): string {
  const formula = Array.from(content.matchAll(formulas), ([, text = '']) => textOfMarkup(text));
  const value = plainValue.exec(content)?.[1] ?? textOfMarkup(content.replace(formulas, '')).trim();
  const text = /\bt=["']s["']/.test(attributes) ? (shared[Number(value)] ?? value) : value;
  return [text, ...formula]
    .filter((each) => each !== '')
    .join(' ')
    .replace(/[\t\r\n]+/g, ' ');
}
