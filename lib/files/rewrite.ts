import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { readArchive } from './archive.ts';
import { decodeEntities, encodeEntities } from './entities.ts';
import { isArchive } from './kind.ts';
import { attributesOfWords, isMarkup, partedBy, textOfMarkup, variable } from './markup.ts';
import { textOf } from './text.ts';

/** A value and what stands in its place. */
export interface Replacement {
  readonly value: string;
  readonly mark: string;
}

const limits = { bytes: 64 * 1024 * 1024, entries: 5_000 };

/** What is packed already gets no smaller, and takes most of the time. */
const packed = /\.(?:png|jpe?g|gif|webp|mp[34]|m4[av]|zip|(?:doc|xls|ppt)[xm]|od[tsp])$/i;

/** A picture of the first page as it was. Programs make a new one. */
const thumbnail = /(?:^|\/)thumbnails?(?:\.\w{2,5}|\/[^/]*)$/i;
/** What names such a picture, in both families. */
const thumbnailNamed =
  /<(?:\w+:)?(?:Relationship|file-entry)\b[^<>]*thumbnails?(?:\.\w{2,5}|\/[^"'<>]*)["'][^<>]*?(?:\/>|>\s*<\/(?:\w+:)?(?:Relationship|file-entry)>)/gi;

/**
 * A copy of a document of Office Open XML or OpenDocument in which values are replaced wherever they stand in one line of it, and all else
 * is as it was, but for the picture of its first page. Whether that was enough is for the caller to see, by reading the copy. `undefined`
 * where it cannot be written, or where a value would be left in a tag, a comment or a formula.
 */
export function rewriteDocument(
  bytes: Uint8Array,
  replacements: readonly Replacement[],
): Uint8Array<ArrayBuffer> | undefined {
  if (!isArchive(bytes)) return undefined;
  const read = readArchive(bytes, limits);
  if (!read.ok) return undefined;
  const longestFirst = [...replacements].sort((left, right) => right.value.length - left.value.length);
  const files: Zippable = {};
  const entries = read.entries.filter(({ name }) => !thumbnail.test(name));
  for (const { name, bytes: content } of entries) {
    const written = isMarkup(name) ? rewriteEntry(name, content, longestFirst) : content;
    if (written === undefined) return undefined;
    // OpenDocument says its type in a first entry that is not packed.
    files[name] = [written, { level: name === 'mimetype' || packed.test(name) ? 0 : 6 }];
  }
  // Of two parts with one name the copy would have one: that is another document.
  return Object.keys(files).length === entries.length ? zipSync(files) : undefined;
}

function rewriteEntry(name: string, content: Uint8Array, replacements: readonly Replacement[]): Uint8Array | undefined {
  const xml = textOf(content);
  if (xml === undefined) return undefined;
  const kept = xml.replace(thumbnailNamed, '');
  const written = rewritePart(name, kept, replacements);
  if (written === undefined || isLeftIn(name, written, replacements)) return undefined;
  return written === xml
    ? content
    : new TextEncoder().encode(written.replace(/^(<\?xml[^>]*?encoding=)(["'])utf-16\2/i, '$1"UTF-8"'));
}

/** Cells may point to a place that has the value's digits; what a reader sees in them is for the caller to judge. */
function isLeftIn(name: string, xml: string, replacements: readonly Replacement[]): boolean {
  const comments = Array.from(xml.matchAll(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g), ([comment]) => comment);
  const said = isSheet(name) ? comments : [...comments, textOfMarkup(xml)];
  return said.some((text) => occurrences(text, replacements).length > 0);
}

function isSheet(name: string): boolean {
  return /^xl\/worksheets\/[^/]+\.xml$/i.test(name);
}

function rewritePart(name: string, xml: string, replacements: readonly Replacement[]): string | undefined {
  return isSheet(name) ? rewriteSheet(xml, replacements) : rewriteMarkup(xml, replacements);
}

/**
 * Cells that only point to a shared text hold a number that is no value; a cell that held a number holds a text afterwards. What a formula
 * comes to would come back with the next calculation.
 */
function rewriteSheet(xml: string, replacements: readonly Replacement[]): string | undefined {
  const calculated: string[] = [];
  const written = xml.replace(/<c\b([^<>]*?)(?:\/>|>([^]*?)<\/c>)/g, (cell, attributes: string, content?: string) => {
    if (content === undefined || /\bt=["']s["']/.test(attributes)) return cell;
    const inside = rewriteMarkup(content, replacements);
    if (inside === content) return cell;
    if (/<f\b/.test(content)) calculated.push(cell);
    const kept = /\bt=["']inlineStr["']/.test(attributes)
      ? attributes
      : `${attributes.replace(/\s*\bt=(?:"[^"]*"|'[^']*')/, '')} t="str"`;
    return `<c${kept}>${inside}</c>`;
  });
  return calculated.length > 0 ? undefined : written;
}

/** Comments, texts of characters alone, and tags, in which a sign of a tag may stand between quotes. */
const tagsOf = /(<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<(?:"[^"]*"|'[^']*'|[^<>"'])*>)/;
/** How a run looks: elements within elements, at which no line ends. */
const looks = /^<(\/?)(?:[a-z][\w.-]*:)?(?:rPr|sdtPr|endParaRPr)\b[^]*?(\/?)>$/i;

function rewriteMarkup(xml: string, replacements: readonly Replacement[]): string {
  const pieces = xml.split(tagsOf);
  let line: number[] = [];
  let depth = 0;
  const endLine = () => {
    rewriteLine(pieces, line, replacements);
    line = [];
  };
  pieces.forEach((piece, place) => {
    if (place % 2 === 0) {
      if (piece !== '') line.push(place);
      return;
    }
    const [, closes, isEmpty] = looks.exec(piece) ?? [];
    if (closes === '/') depth = Math.max(0, depth - 1);
    else if (isEmpty === '') depth += 1;
    if (depth === 0 && partedBy(piece, pieces[place - 1] ?? '') !== '') endLine();
    pieces[place] = rewriteTag(piece, replacements);
  });
  endLine();
  return pieces.join('');
}

/** A text that is cut into runs is replaced where it begins, and taken out of the runs after that. */
function rewriteLine(pieces: string[], places: readonly number[], replacements: readonly Replacement[]): void {
  const texts = places.map((place) => decodeEntities(pieces[place] ?? ''));
  const found = occurrences(texts.join(''), replacements);
  let [at, next] = [0, 0];
  texts.forEach((text, run) => {
    const end = at + text.length;
    const written: string[] = [];
    let from = at;
    // One that goes on in the next run is met there again.
    for (let each = found[next]; each !== undefined && each.start < end; each = found[next]) {
      if (each.start >= at) written.push(text.slice(from - at, each.start - at), each.mark);
      from = Math.min(each.end, end);
      if (each.end > end) break;
      next += 1;
    }
    if (from > at) pieces[places[run] ?? 0] = encodeEntities(written.join('') + text.slice(from - at));
    at = end;
  });
}

interface Occurrence {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

/** Letters and digits of a word; where words stand without blanks between them, as in Chinese, there are none. */
const ofWord = /[\p{Lu}\p{Ll}\p{Nd}]/u;

function isOneWord(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && ofWord.test(left) && ofWord.test(right);
}

/** Where values stand, in order, but not within a longer word; of two that overlap the one that begins first, or is longer. */
function occurrences(text: string, replacements: readonly Replacement[]): Occurrence[] {
  const found: Occurrence[] = [];
  for (const { value, mark } of replacements) {
    let at = text.indexOf(value);
    while (at >= 0 && value !== '') {
      const end = at + value.length;
      const isWithin = isOneWord(text[at - 1], value[0]) || isOneWord(value.at(-1), text[end]);
      if (!isWithin) found.push({ start: at, end, mark });
      at = text.indexOf(value, isWithin ? at + 1 : end);
    }
  }
  found.sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: Occurrence[] = [];
  for (const each of found) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}

const attributes = new RegExp(
  `(\\s(?:[a-z]+\\d*:)?(?:(?:Target|href)(?=="(?:[a-z][a-z0-9+.-]+:|\\\\\\\\))|${attributesOfWords}))="([^"]*)"`,
  'gi',
);
/** A text that a pivot table keeps. In the place of a number there must be none. */
const kept = /^(<(?:[a-z]+:)?s\s[^<>]*?\bv)="([^"]*)"/;
const variables = /(\s(?:[a-z]+\d*:)?val)="([^"]*)"/g;

/** Addresses and words stand in attributes. */
function rewriteTag(tag: string, replacements: readonly Replacement[]): string {
  if (!tag.includes('="')) return tag;
  const rewrite = (all: string, name: string, value: string) => {
    const plain = decodeEntities(value);
    const parts = occurrences(plain, replacements);
    if (parts.length === 0) return all;
    const written = parts.reduceRight(
      (text, { start, end, mark }) => text.slice(0, start) + mark + text.slice(end),
      plain,
    );
    return `${name}="${encodeEntities(written)}"`;
  };
  const written = tag.replace(attributes, rewrite).replace(kept, rewrite);
  return variable.test(tag) ? written.replace(variables, rewrite) : written;
}
