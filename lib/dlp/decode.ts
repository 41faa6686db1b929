import { escapedRuns } from './escapes.ts';
import { inflated, isDeflated } from './inflate.ts';

/** An encoded run of a text and what it says. */
export interface DecodedRun {
  readonly start: number;
  readonly end: number;
  readonly decoded: string;
}

/** Units that are decoded of one text at most: what is larger is a file, not a prompt. */
const budget = 4_000_000;

/** Units that are looked at before there is a pause. */
const pieceOfText = 65_536;

/**
 * Base64, hexadecimal and percent-encoded runs that decode to text, of those that are wanted; `undefined` where others may have their
 * turn. Bounded in size: no text is decoded more than a few times over.
 */
export function* decodedRuns(
  text: string,
  isWanted: (run: Run) => boolean = () => true,
  { encoded, escaped }: Runs = { encoded: candidates(text), escaped: escapedRuns(text) },
): Generator<DecodedRun | undefined> {
  let spent = 0;
  let pause = pieceOfText;
  for (const { start, end, decode } of encoded) {
    if (!isWanted({ start, end })) continue;
    spent += end - start;
    if (spent > budget) break;
    if (spent > pause) {
      yield undefined;
      pause = spent + pieceOfText;
    }
    const decoded = decode(text.slice(start, end));
    if (decoded === undefined) continue;
    spent += decoded.length; // what was packed says more than its run
    yield { start, end, decoded };
  }
  yield undefined;
  for (const run of escaped) {
    if (!isWanted(run)) continue;
    spent += run.end - run.start;
    if (spent > budget) break;
    yield run;
  }
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** A run that may be encoded. */
export interface Candidate extends Run {
  readonly decode: (run: string) => string | undefined;
}

/** What is to be decoded, in order, where that is known already. */
export interface Runs {
  readonly encoded: Iterable<Candidate>;
  readonly escaped: Iterable<DecodedRun>;
}

/** The runs of each kind in a text, in order. None goes over a boundary: see `boundary.ts`. */
export const encodedKinds: readonly ((text: string) => Generator<Candidate>)[] = [base64Candidates, percentCandidates];

function* candidates(text: string): Generator<Candidate> {
  for (const kind of encodedKinds) yield* kind(text);
}

const hexOnly = /^(?:[0-9a-fA-F]{2})+$/;

function* base64Candidates(text: string): Generator<Candidate> {
  for (const run of base64Runs(text)) {
    yield { ...run, decode: decodeBase64 };
    for (const piece of piecesOf(run, text)) {
      const isHex = hexOnly.test(text.slice(piece.start, piece.end));
      yield { ...piece, decode: isHex ? decodeHex : decodeBase64 };
    }
  }
}

function* percentCandidates(text: string): Generator<Candidate> {
  for (const run of percentRuns(text)) yield { ...run, decode: decodePercent };
}

/** Shorter runs hold no secret worth the name. */
const least = 40;
const inBase64 = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[A-Za-z0-9+/_-]/.test(String.fromCharCode(unit)) ? 1 : 0,
);

/** Runs of at least 40 units of base64 or base64url, and the wrapped values that begin with one. */
function* base64Runs(text: string): Generator<Run> {
  const isMember = (at: number) => inBase64[text.charCodeAt(at)] === 1;
  let wrappedUntil = 0;
  // Every run of 40 has a unit at one of these places, so most of the text is never looked at.
  for (let at = least - 1; at < text.length; at += least) {
    if (!isMember(at)) continue;
    let start = at;
    let end = at + 1;
    while (start > 0 && isMember(start - 1)) start -= 1;
    while (end < text.length && isMember(end)) end += 1;
    if (end - start < least) continue;
    yield { start, end };
    const wrapped = end > wrappedUntil ? wrappedEnd(text, { start, end }) : end;
    if (wrapped > end) yield { start, end: (wrappedUntil = wrapped) };
    at = end;
  }
}

const furtherLines = /(?:(?:\r?\n|\\n)[ \t]{0,8}[A-Za-z0-9+/]{1,80}){1,800}={0,2}/y;

/** The end of a value that goes on in the next lines, as mail and PEM wrap it; else the end of the run. */
function wrappedEnd(text: string, { start, end }: Run): number {
  if (end - start < 60 || end - start > 80) return end;
  furtherLines.lastIndex = end;
  return furtherLines.test(text) ? furtherLines.lastIndex : end;
}

/** The parts of a path or of a dashed name that are runs of their own. */
function* piecesOf({ start, end }: Run, text: string): Generator<Run> {
  const run = text.slice(start, end);
  if (hexOnly.test(run)) yield { start, end };
  if (!/[/_-]/.test(run)) return;
  for (const { 0: piece, index } of run.matchAll(/[A-Za-z0-9+]{40,}/g))
    yield { start: start + index, end: start + index + piece.length };
}

/** Three escapes and more, or one of a character that needs none or stands between a name and its value, in a longer word. */
const escapes =
  /%[0-9A-Fa-f]{2}(?:[A-Za-z0-9._~+-]{0,256}%[0-9A-Fa-f]{2}){2,8192}[A-Za-z0-9._~+-]{0,256}|%(?:3[0-9ADad]|4[1-9A-Fa-f]|5[0-9Aa]|6[1-9A-Fa-f]|7[0-9Aa])[A-Za-z0-9._~+-]{12,256}/g;

/** Words with telling escapes, as addresses and forms carry them, from where the word begins. */
function* percentRuns(text: string): Generator<Run> {
  if (!text.includes('%')) return;
  let last = 0;
  for (const { 0: found, index } of text.matchAll(escapes)) {
    let start = index;
    while (start > last && index - start < 256 && /[A-Za-z0-9._~+-]/.test(text[start - 1] ?? '')) start -= 1;
    last = index + found.length;
    yield { start, end: last };
  }
}

function decodeBase64(encoded: string): string | undefined {
  // Most of what looks encoded is a digest or a picture, and its first bytes say so.
  const first = binaryOf(encoded.slice(0, least));
  if (isDeflated(first)) return textOf(inflated(binaryOf(encoded)));
  return isBinary(first) ? undefined : textOf(binaryOf(encoded));
}

/** The bytes as one unit each. A last digit that says less than a byte belongs to the text around. */
function binaryOf(encoded: string): string {
  const compact = encoded
    .replace(/\\n|[\s=]/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  return atob(compact.length % 4 === 1 ? compact.slice(0, -1) : compact);
}

function decodeHex(encoded: string): string | undefined {
  // Most of what looks encoded is a digest, and its first bytes say so.
  if (isBinary(bytesOfHex(encoded.slice(0, least)))) return undefined;
  return textOf(bytesOfHex(encoded));
}

/** The bytes as one unit each. */
function bytesOfHex(digits: string): string {
  const bytes: string[] = [];
  for (let at = 0; at + 1 < digits.length; at += 2) {
    const byte = (hexValue(digits.charCodeAt(at)) << 4) | hexValue(digits.charCodeAt(at + 1));
    bytes.push(String.fromCharCode(byte));
  }
  return bytes.join('');
}

/** Of a digit: its value; letters of both cases have 1 to 6 in their lowest bits. */
function hexValue(unit: number): number {
  return unit <= 57 ? unit & 15 : (unit & 7) + 9;
}

function decodePercent(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined; // not UTF-8
  }
}

const utf8 = new TextDecoder();

function textOf(binary: string | undefined): string | undefined {
  if (binary === undefined || isBinary(binary)) return undefined;
  const text = utf8.decode(Uint8Array.from(binary, (unit) => unit.charCodeAt(0)));
  return text.includes('\ufffd') ? undefined : text;
}

/** Control characters are a sign of bytes that are no text. */
function isBinary(binary: string): boolean {
  return /[\0-\u0008\u000e-\u001f]/.test(binary);
}
