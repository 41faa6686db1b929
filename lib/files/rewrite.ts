import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { readArchive } from './archive.ts';
import { isArchive } from './kind.ts';
import { attributesOfWords, decodeEntities, encodeEntities, isMarkup, variable } from './markup.ts';

/** A value and what stands in its place. */
export interface Replacement {
  readonly value: string;
  readonly mark: string;
}

const limits = { bytes: 64 * 1024 * 1024, entries: 5_000 };

/** What is packed already gets no smaller, and takes most of the time. */
const packed = /\.(?:png|jpe?g|gif|webp|mp[34]|m4[av]|zip|(?:doc|xls|ppt)[xm]|od[tsp])$/i;

/**
 * A copy of a document of Office Open XML or OpenDocument in which values are replaced wherever they stand in one line of it, and all else
 * is as it was. Whether that was enough is for the caller to see, by reading the copy. `undefined` where it cannot be written.
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
  for (const { name, bytes: content } of read.entries) {
    const written = isMarkup(name)
      ? new TextEncoder().encode(rewritePart(name, new TextDecoder().decode(content), longestFirst))
      : content;
    // OpenDocument says its type in a first entry that is not packed.
    files[name] = [written, { level: name === 'mimetype' || packed.test(name) ? 0 : 6 }];
  }
  // Of two parts with one name the copy would have one: that is another document.
  return Object.keys(files).length === read.entries.length ? zipSync(files) : undefined;
}

function rewritePart(name: string, xml: string, replacements: readonly Replacement[]): string {
  return /^xl\/worksheets\/[^/]+\.xml$/i.test(name)
    ? rewriteSheet(xml, replacements)
    : rewriteMarkup(xml, replacements);
}

/** Cells that only point to a shared text hold a number that is no value; a cell that held a number holds a text afterwards. */
function rewriteSheet(xml: string, replacements: readonly Replacement[]): string {
  return xml.replace(/<c\b([^<>]*?)(?:\/>|>([^]*?)<\/c>)/g, (cell, attributes: string, content?: string) => {
    if (content === undefined || /\bt="s"/.test(attributes)) return cell;
    const written = rewriteMarkup(content, replacements);
    if (written === content) return cell;
    const kept = /\bt="inlineStr"/.test(attributes)
      ? attributes
      : `${attributes.replace(/\s*\bt="[^"]*"/, '')} t="str"`;
    return `<c${kept}>${written}</c>`;
  });
}

/** Tags at which a line or a cell ends: a value never goes on behind them. */
const borders = /^<\/?(?:[a-z]+\d?:)?(?:p|h|row|si|tr|tc|c|br|cr|tab|table-cell|v|f)\b/i;

function rewriteMarkup(xml: string, replacements: readonly Replacement[]): string {
  const pieces = xml.split(/(<[^<>]*>)/);
  let line: number[] = [];
  const endLine = () => {
    rewriteLine(pieces, line, replacements);
    line = [];
  };
  pieces.forEach((piece, place) => {
    if (place % 2 === 0) {
      if (piece !== '') line.push(place);
    } else {
      if (borders.test(piece)) endLine();
      pieces[place] = rewriteTag(piece, replacements);
    }
  });
  endLine();
  return pieces.join('');
}

/** A text that is cut into runs is replaced where it begins, and taken out of the runs after that. */
function rewriteLine(pieces: string[], places: readonly number[], replacements: readonly Replacement[]): void {
  const texts = places.map((place) => decodeEntities(pieces[place] ?? ''));
  const whole = texts.join('');
  const changed = new Set<number>();
  for (const { start, end, mark } of occurrences(whole, replacements).reverse()) {
    let at = whole.length;
    for (let run = texts.length - 1; run >= 0; run -= 1) {
      const original = decodeEntities(pieces[places[run] ?? 0] ?? '');
      at -= original.length;
      const [from, to] = [Math.max(start - at, 0), Math.min(end - at, original.length)];
      if (from >= to) continue;
      const text = texts[run] ?? '';
      texts[run] = text.slice(0, from) + (start >= at ? mark : '') + text.slice(to);
      changed.add(run);
    }
  }
  for (const run of changed) pieces[places[run] ?? 0] = encodeEntities(texts[run] ?? '');
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

const attributes = new RegExp(`(\\s(?:[a-z]+\\d*:)?(?:Target|href|${attributesOfWords}))="([^"]*)"`, 'gi');
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
