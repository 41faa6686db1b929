import { isPlaceholder } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

const word =
  'password|passwd|passphrase|passcode|passwort|kennwort|wachtwoord|contrase[ñn]a|mot de passe|mdp|senha|pwd|pass|pw|client_secret|secret[ _-]key|secret|api[ _-]?key';
/** The title of a column: alone in its cell, perhaps with a word before or after. */
const title = `(?:${word})(?:[ _-](?:text|plain|value))?`;
const isTitle = new RegExp(`^(?:[\\w/]{1,16}[ _-])?${title}$`, 'i');
const signs = ['|', '\t', ';', ','];
/** Two spaces or more part the columns of a table that is drawn with them. */
const spaces = '[ ]{2,}';
const row = (separator: string) => `(?:[^\\n]{0,400}?${separator}[^\\n]{0,400}(?:\\n|$)){1,200}`;
const classOf = (sign: string) => `[${sign}]`;

const tables = [...signs.map(classOf), spaces].map(
  (separator, place) =>
    `${title}["'\`*]{0,2}(?=[ \\t]{0,40}(?:${separator}|\\r?\\n))(?<=(?:^|\\n|${separator})[ \\t"'\`*]{0,8}(?:[\\w/]{1,16}[ _-])?${title}["'\`*]{0,2})[^\\n]{0,400}\\n(?:[ \\t|:+=-]{3,400}\\n)?(?<secret${String(place)}>${row(separator)})`,
);

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
  pattern: new RegExp(tables.join('|'), 'gi'),
  anchors: ['passw', 'passphrase', 'passcode', 'kennwort', 'wachtwoord', 'contrase', 'mot de', 'mdp', 'senha', 'pwd', 'pass|', 'pass,', 'pass ', 'pass\t', 'pass;', 'pw', 'secret', 'api key', 'api_key', 'api-key', 'apikey'], // prettier-ignore
  verify(rows, { input, index, groups = {} }) {
    const place = Object.keys(groups).findIndex((name) => groups[name] !== undefined);
    const separator = new RegExp(place < signs.length ? classOf(signs[place] ?? '') : spaces, 'g');
    const start = input.lastIndexOf('\n', index - 1) + 1;
    const header = cellsOf(input.slice(start, input.indexOf('\n', index)), separator);
    const column = header.findIndex((cell) => isTitle.test(cell));
    if (column < 0 || !areTitles(header)) return false;
    const lines = rows.split('\n', 200).map((line) => cellsOf(line, separator));
    return lines.some((cells) => cells.length === header.length && isValue(cells[column] ?? ''));
  },
};

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
