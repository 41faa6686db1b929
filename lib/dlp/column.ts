import { tableAt, tablesOf } from './table.ts';
import type { Table } from './table.ts';
import type { Detector } from './types.ts';

/**
 * What a detector of table cells shares with its sisters. The expression walks from piece to piece of a cell in which something was
 * replaced. Its first repeat is unbounded so that the text is looked at as a whole.
 */
export const pieces =
  /(?<![^,;\t|\n"])[ ]*(?<piece>[^\s,;|"{}[\]()<>=:](?:[^,;\t|\n"{}[\]<>=]{0,78}[^\s,;|"{}[\]<>=:])?)(?=[ ]?["\n,;\t|]|[ ]?$)/g;

/** Columns by what they hold that hardly stand in other tables. A blank may be an underscore or nothing. */
const names = {
  person: [
    'first name', 'last name', 'full name', 'family name', 'given name', 'customer name', 'patient name', 'employee name', 'surname',
    'vorname', 'nachname', 'apellidos', 'cognome', 'mitarbeiter',
  ],
  contact: [
    'email', 'e-mail', 'phone', 'telefon', 'mobile', 'handy', 'home address', 'anschrift', 'birth date', 'date of birth', 'dob', 'geburtsdatum',
  ],
  identity: ['ssn', 'national id', 'tax id', 'passport number', 'passport no', 'personnummer', 'pesel', 'steuer-id', 'ausweisnummer'],
  financial: ['iban', 'account number', 'card number', 'cvv', 'salary', 'gehalt', 'salaire'],
  health: ['mrn', 'diagnosis', 'diagnose', 'patient id', 'blood type', 'medication', 'allergies'],
} as const; // prettier-ignore

type Kind = keyof typeof names;

/**
 * A name beside a separator: only headers hold that, and lists of words. Names of people stand beside a column of any kind; a column of
 * another kind has its own name or none that is known.
 */
export function headersOf(kind: Kind): readonly string[] {
  const known: readonly string[] = kind === 'person' ? Object.values(names).flat() : names[kind];
  return known
    .flatMap((name) => (name.includes(' ') ? ['', ' ', '_'].map((joint) => name.replaceAll(' ', joint)) : [name]))
    .flatMap((name) => [
      ...[',', ';', '\t', '|', '| '].map((sign) => sign + name),
      ...[',', ';', '\t', '|', ' |', '",'].map((sign) => name + sign),
    ]);
}

/** A mark that stands where something was replaced. */
const mark = /\[[a-z0-9-]+-\d+\]/;
/** What stands in a cell that holds nothing. */
const empty = /^(?:n\/?a|null|none|nil|unknown|true|false|yes|no|-+|\?+|x+|\*+|redacted)$/i;
/** Longer cells are taken by the piece: they hold more than one thing. */
const longestValue = 80;

/** Finds the cells whose column holds something of this category, below headers that hold one of the detector's anchors. */
export function cellsOf(category: Kind): NonNullable<Detector['find']> {
  return function* (text, anchors) {
    for (const { cells } of tablesIn(text, anchors)) {
      for (const { start, end } of cells[category] ?? []) {
        for (const [from, to] of valuesOf(text.slice(start, end))) {
          const value = text.slice(start + from, start + to);
          if (empty.test(value) || (category === 'person' && /^[\d.,]*$/.test(value))) continue;
          yield [start + from, start + to];
        }
      }
    }
  };
}

function* valuesOf(cell: string): Generator<readonly [start: number, end: number]> {
  if (cell.length <= longestValue && !mark.test(cell)) {
    yield [0, cell.length];
    return;
  }
  for (const { index, 0: whole, groups } of cell.matchAll(pieces)) {
    const end = index + whole.length;
    yield [end - (groups?.['piece'] ?? '').length, end];
  }
}

let last: { readonly text: string; readonly tables: Map<number, Table | undefined> } = { text: '', tables: new Map() };

/** Without anchors every line may be a header. The detectors of one text ask in turn, so its tables are kept until another text comes. */
function* tablesIn(text: string, anchors: readonly number[]): Generator<Table> {
  if (anchors.length === 0) yield* tablesOf(text);
  if (last.text !== text) last = { text, tables: new Map() };
  const { tables } = last;
  let reached = 0;
  for (const anchor of anchors) {
    if (anchor <= reached) continue;
    // An anchor ends with the separator at most, never behind the end of its line.
    const start = text.lastIndexOf('\n', anchor - 1) + 1;
    if (!tables.has(start)) tables.set(start, tableAt(text, start));
    const table = tables.get(start);
    if (table) yield table;
    reached = table?.end ?? endOfLine(text, anchor);
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
