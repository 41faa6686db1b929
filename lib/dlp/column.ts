import { tablesOf } from './table.ts';
import type { Table } from './table.ts';
import type { Detector } from './types.ts';

/**
 * What a detector of table cells shares with its sisters. The expression walks from piece to piece of the cells, never into one, and past
 * what no cell holds; it is tried only where a header may stand. Its first repeat is unbounded so that the text is looked at as a whole.
 */
export const pieces =
  /(?<![^,;\t|\n"])[ ]*(?<secret>[^\s,;|"{}[\]()<>=:](?:[^,;\t|\n"{}[\]<>=]{0,78}[^\s,;|"{}[\]<>=:])?)(?=[ ]?["\n,;\t|]|[ ]?$)/g;

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
    .flatMap((name) => [`,${name}`, ...[',', ';', '\t', '|', ' |', '",'].map((sign) => name + sign)]);
}

let last: { readonly text: string; readonly tables: readonly Table[] } = { text: '', tables: [] };

/** The detectors of one text ask in turn, so its tables are kept until another text comes. */
function tablesIn(text: string): readonly Table[] {
  if (last.text !== text) last = { text, tables: tablesOf(text) };
  return last.tables;
}

/** A mark that stands where a cell was replaced. */
const mark = /^\[[a-z0-9-]+-\d+\]$/;
/** What stands in a cell that holds nothing. */
const empty = /^(?:n\/?a|null|none|nil|unknown|true|false|yes|no|-+|\?+|x+|\*+|redacted)$/i;

/** True for a piece of a cell whose column holds something of this category. */
export function isInColumn(category: Kind): NonNullable<Detector['verify']> {
  return (piece, { indices, input }) => {
    const start = indices?.groups?.['secret']?.[0];
    if (start === undefined || mark.test(piece) || empty.test(piece)) return false;
    if (category === 'person' && /^[\d.,]*$/.test(piece)) return false;
    const table = tablesIn(input).find((each) => start >= each.start && start < each.end);
    const cells = table?.cells[category] ?? [];
    let [low, high] = [0, cells.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const cell = cells[middle];
      if (!cell) return false;
      if (start >= cell.start && start < cell.end) return true;
      if (start < cell.start) high = middle - 1;
      else low = middle + 1;
    }
    return false;
  };
}
