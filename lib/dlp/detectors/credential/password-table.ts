import { isPlaceholder } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

const word =
  'password|passwd|passphrase|passcode|passwort|kennwort|wachtwoord|contrase[ñn]a|mot de passe|mdp|senha|pwd|pass|pw|client_secret|secret[ _-]key|secret|api[ _-]?key';
/** The title of a column: alone in its cell, perhaps with a word before or after. */
const title = `(?:${word})(?:[ _-](?:text|plain|value))?`;
const isTitle = new RegExp(`^(?:[\\w/]{1,16}[ _-])?${title}$`, 'i');
/** What parts the columns: a sign, or two spaces and more where a table is drawn with them. */
const separators = ['[|]', '\\t', '[;]', '[,]', '[ ]{2,}'].map((source) => new RegExp(source));
/** The line below the header of a table in Markdown. */
const ruler = /^[ \t|:+=-]{3,400}$/;
const longestLine = 800;
const mostRows = 200;

/**
 * Tables with a column headed `password`, in Markdown, CSV, TSV or drawn with spaces. The rows are one finding.
 * https://www.rfc-editor.org/rfc/rfc4180
 */
export const passwordTable: Detector = {
  id: 'password-table',
  title: 'Table with passwords',
  category: 'credential',
  severity: 'high',
  confidence: 0.7,
  pattern: new RegExp(`${title}[^]+`, 'gi'),
  anchors: ['passw', 'passphrase', 'passcode', 'kennwort', 'wachtwoord', 'contrase', 'mot de', 'mdp', 'senha', 'pwd', 'pass|', 'pass,', 'pass ', 'pass\t', 'pass;', 'pw', 'secret', 'api key', 'api_key', 'api-key', 'apikey'], // prettier-ignore
  *find(text, anchors) {
    let reached = -1;
    for (const at of anchors.length > 0 ? anchors : lineEnds(text)) {
      if (at <= reached) continue;
      const header = lineAround(text, at - 1);
      const rows = separators.map((separator) => rowsBelow(text, header, separator)).find((each) => each !== undefined);
      if (rows) yield [rows.start, rows.end];
      reached = rows?.end ?? header.end;
    }
  },
};

interface Line {
  readonly start: number;
  readonly end: number;
}

function lineAround(text: string, at: number): Line {
  const end = text.indexOf('\n', at);
  return { start: at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end };
}

function* lineEnds(text: string): Generator<number> {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) yield at;
}

/** Where the rows stand below a header with a column of passwords; `undefined` where it is none, or no row has one. */
function rowsBelow(text: string, header: Line, separator: RegExp): Line | undefined {
  if (header.end - header.start > longestLine) return undefined;
  const titles = cellsOf(text.slice(header.start, header.end), separator);
  const column = titles.findIndex((cell) => isTitle.test(cell));
  if (column < 0 || !areTitles(titles)) return undefined;
  let start = header.end + 1;
  let end = start;
  let hasValue = false;
  for (let row = 0; row < mostRows && end < text.length; row += 1) {
    const line = lineAround(text, end);
    const content = line.end - end > longestLine ? '' : text.slice(end, line.end);
    if (row === 0 && ruler.test(content)) {
      start = end = line.end + 1;
      continue;
    }
    if (!separator.test(content)) break;
    const cells = cellsOf(content, separator);
    hasValue ||= cells.length === titles.length && isValue(cells[column] ?? '');
    end = Math.min(text.length, line.end + 1);
  }
  return hasValue ? { start, end } : undefined;
}

function cellsOf(line: string, separator: RegExp): readonly string[] {
  return line.split(separator).map((cell) => cell.replace(/^[\s"'`*]+|[\s"'`*]+$/g, ''));
}

/** All are short words: a line of code has other signs, and a list in code ends with its comma. */
function areTitles(cells: readonly string[]): boolean {
  const isFramed = cells[0] === '' && cells.at(-1) === '';
  const titles = isFramed ? cells.slice(1, -1) : cells;
  return cells.length > 1 && titles.every((cell) => /^\p{L}[\p{L}\d _./#-]{0,39}$/u.test(cell));
}

function isValue(value: string): boolean {
  if (value.length < 4 || value.length > 128 || /\s\S+\s|\(.*\)$/.test(value) || isPlaceholder(value, true))
    return false;
  return /[\d!@#$%^&*]/.test(value) || /^[a-z]{8,}$/.test(value);
}
