import { decodeEntities, textOfMarkup } from './markup.ts';

/** The texts that cells share: ECMA-376, part 1, 18.4.9. */
export function sharedTexts(xml: string): readonly string[] {
  return Array.from(xml.matchAll(/<si\b[^<>]*>([^]*?)<\/si>/g), ([, item = '']) => textOfMarkup(item).trim());
}

const rows = /<row\b[^<>]*>([^]*?)<\/row>/g;
const cells = /<c\b([^<>]*?)(?:\/>|>([^]*?)<\/c>)/g;

/**
 * The rows of a sheet, cells parted by tabs, so that a header stands over its column. Formulas stand beside what they come to. `undefined`
 * where it would be longer than `most` UTF-16 units: a long text that cells share may stand in any number of them.
 */
export function textOfSheet(xml: string, shared: readonly string[], most: number): string | undefined {
  const lines: string[] = [];
  let units = 0;
  for (const [, row = ''] of xml.matchAll(rows)) {
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
  }
  return lines.join('\n');
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
  const value = decodeEntities(/<v\b[^<>]*>([^<]*)<\/v>/.exec(content)?.[1] ?? '');
  const formula = decodeEntities(/<f\b[^<>]*>([^<]*)<\/f>/.exec(content)?.[1] ?? '');
  const text = /\bt="s"/.test(attributes)
    ? (shared[Number(value)] ?? '')
    : /\bt="inlineStr"/.test(attributes)
      ? textOfMarkup(content).trim()
      : value;
  return [text, formula]
    .filter((each) => each !== '')
    .join(' ')
    .replace(/[\t\r\n]+/g, ' ');
}
