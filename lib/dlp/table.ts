import type { Category } from '../vocabulary/content.ts';

/** A stretch of a text, in UTF-16 units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A table whose header names what it holds of people. */
export interface Table extends Span {
  /** Without the header and the rule below it. */
  readonly rows: number;
  /** The categories of its columns that hold something of a person. */
  readonly categories: readonly Category[];
  /** The cells of those columns by category, in order, without quotes and blanks around them. */
  readonly cells: Readonly<Partial<Record<Category, readonly Span[]>>>;
}

/** Names of columns, lower case, with blanks for hyphens, underscores and humps. */
const columns: readonly (readonly [Category, RegExp])[] = [
  [
    'health',
    /^(?:diagnos\w{0,3}|mrn|medical record(?: (?:number|no))?|patient(?:en)? ?(?:id|number|no|nr)|blood (?:type|group)|allerg\w{1,4}|medications?|icd(?: ?10)?(?: code)?|(?:health |medical )?insurance (?:id|number|no)|versichertennummer|befund)$/,
  ],
  [
    'financial',
    /^(?:iban|bic|swift(?: code)?|(?:bank )?account(?: (?:number|no))|konto(?:nummer| nr)?|(?:credit |debit |payment )?card (?:number|no)|credit card|cvv|sort code|routing(?: number)?|salary|gehalt|salaire|salario|annual income|income|net worth|numero de cuenta)$/,
  ],
  [
    'identity',
    /^(?:ssn|social security(?: (?:number|no))?|(?:national|personal|tax|citizen|passport|government|identity)(?: (?:id|number|no|nr|code|card))+|passport|tin|itin|nino?|nric|dni|nie|nif|cpf|curp|rfc|cuil|rut|bsn|pesel|cnp|oib|jmbg|personnummer|cpr|hetu|ahv(?: nummer)?|steuer ?(?:id|nummer)|ausweis(?: ?nummer| ?nr)?|reisepass(?:nummer)?|sozialversicherungsnummer|driv(?:er|ing)s? ?licen[cs]e(?: (?:number|no))?|aadhaar|pan(?: number)?|license plate|licence plate|kennzeichen|codice fiscale|cedula)$/,
  ],
  [
    'contact',
    /^(?:e ?mail(?: ?(?:address|adresse))?|correo(?: electr[oó]nico)?|courriel|(?:mobile|cell|home|work|office)? ?(?:phone|tel(?:efon|ephone|[eé]fono)?|telefonnummer|mobile|handy|whatsapp)(?: ?(?:number|no|nr|nummer))?|(?:home|postal|mailing|street|billing|shipping)? ?(?:address|adresse|anschrift|direcci[oó]n|indirizzo|endere[cç]o)(?: ?line)?(?: ?\d)?|street|stra(?:ß|ss)e|date of birth|dob|birth ?(?:date|day)|geburtsdatum|date de naissance|fecha de nacimiento|data di nascita)$/,
  ],
  [
    'person',
    /^(?:(?:full|first|last|middle|family|given|maiden|customer|client|patient|employee|contact|person)? ?names?|surname|vorname|nachname|familienname|kunde|mitarbeiter(?:in)?|patient(?:in)?|employee|nom|pr[eé]nom|apellidos?|nombres?|cognome|nome|imi[eę]|nazwisko|naam|voornaam|achternaam)$/,
  ],
];
/** Columns that stand in tables of anything; alone they make no table of people. */
const ofAnything =
  /^(?:names?|nom|nome|naam|nombres?|address|adresse|street|contact name|patient|income|passport|pan|tin|nin?o?|rut|nie|cpr)$/;

const separators = ['\t', ';', '|', ','] as const;
/** Longer lines are no rows that somebody reads. */
const longestRow = 2_000;
const fewestRows = 3;
const widestName = 40;

/** The tables of people in a text: comma, semicolon, tab or bar between cells. Linear in the text. */
export function tablesOf(text: string): readonly Table[] {
  const found: Table[] = [];
  for (let at = 0; at < text.length;) {
    const table = tableAt(text, at);
    if (table) found.push(table);
    at = (table?.end ?? lineAt(text, at).end) + 1;
  }
  return found;
}

/** The table of people whose header is the line that begins at `start`. */
export function tableAt(text: string, start: number): Table | undefined {
  const header = lineAt(text, start);
  const kinds = kindsOf(text, header);
  const table = kinds && tableBelow(text, header, kinds);
  return table && table.rows >= fewestRows ? table : undefined;
}

function lineAt(text: string, start: number): Span {
  const end = text.indexOf('\n', start);
  return { start, end: end < 0 ? text.length : end };
}

interface Kinds {
  readonly separator: string;
  readonly kinds: readonly (Category | undefined)[];
}

/** What the columns of a header hold; `undefined` where a line is no header of a table of people. */
function kindsOf(text: string, line: Span): Kinds | undefined {
  if (line.end - line.start > longestRow || line.end === line.start) return undefined;
  const content = text.slice(line.start, line.end);
  const separator = separators.find((each) => content.includes(each));
  if (separator === undefined) return undefined;
  const names = cellsOf(text, line, separator).map(({ start, end }) => plainName(text.slice(start, end)));
  const kinds = names.map((name) => columns.find(([, pattern]) => pattern.test(name))?.[0]);
  const named = names.filter((_name, place) => kinds[place] !== undefined);
  const isOfPeople = named.length >= 2 && named.some((name) => !ofAnything.test(name));
  return isOfPeople ? { separator, kinds } : undefined;
}

function plainName(cell: string): string {
  if (cell.length > widestName) return '';
  const apart = cell.replace(/([a-zà-ÿ])(?=[A-Z])/g, '$1 ').replace(/[*_#-]+/g, ' ');
  return apart.toLowerCase().trim().replace(/ {2,}/g, ' ');
}

function tableBelow(text: string, header: Span, { separator, kinds }: Kinds): Table {
  const cells: Partial<Record<Category, Span[]>> = {};
  let rows = 0;
  let { end } = header;
  while (end < text.length) {
    const line = lineAt(text, end + 1);
    const row = line.end - line.start > longestRow ? [] : cellsOf(text, line, separator);
    if (row.length !== kinds.length) break;
    ({ end } = line);
    if (/^[\s|:-]*$/.test(text.slice(line.start, line.end))) continue; // the rule of a Markdown table
    rows += 1;
    row.forEach((cell, place) => {
      const kind = kinds[place];
      if (kind !== undefined && cell.end > cell.start) (cells[kind] ??= []).push(cell);
    });
  }
  return { start: header.start, end, rows, categories: Object.keys(cells) as Category[], cells };
}

/** The cells of a line; a separator between double quotes is a part of its cell. */
function cellsOf(text: string, line: Span, separator: string): readonly Span[] {
  const cells: Span[] = [];
  let { start } = line;
  let isQuoted = false;
  for (let at = line.start; at <= line.end; at += 1) {
    const char = text[at];
    if (char === '"') isQuoted = !isQuoted;
    if (at < line.end && (isQuoted || char !== separator)) continue;
    cells.push(trimmed(text, { start, end: at }));
    start = at + 1;
  }
  return cells;
}

function trimmed(text: string, { start, end }: Span): Span {
  while (start < end && /[\s"'`]/.test(text.charAt(start))) start += 1;
  while (end > start && /[\s"'`]/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
