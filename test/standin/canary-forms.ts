import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

/**
 * One way in which a canary may be written. Needles and views are byte strings (one character per byte), so that
 * bytes which are no valid text are searched as well.
 */
export interface CanaryForm {
  readonly name: string;
  readonly needle: string;
  /** Hexadecimal letters come in both cases. */
  readonly caseless: boolean;
}

/** One way of reading a stretch of bytes. */
export interface ByteView {
  readonly name: string;
  readonly text: string;
}

const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Base64 of `bytes` when it starts at `shift` bytes into a group of three; characters shared with neighbours are cut. */
function base64At(bytes: Buffer, shift: number): string {
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
  return encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
}

/** The forms from which the canary can be read back. */
export function readableForms(canary: string): readonly CanaryForm[] {
  const bytes = Buffer.from(canary, 'utf8');
  const exact = (name: string, needle: string): CanaryForm => ({ name, needle, caseless: false });
  const base64 = [0, 1, 2].flatMap((shift) => {
    const needle = base64At(bytes, shift);
    return [
      exact(`base64+${shift}`, needle),
      exact(`base64url+${shift}`, needle.replaceAll('+', '-').replaceAll('/', '_')),
    ];
  });
  const forms = [
    exact('raw', bytesOf(canary)),
    exact('json-escaped', bytesOf(JSON.stringify(canary).slice(1, -1))),
    exact('percent-encoded', encodeURIComponent(canary)),
    ...base64,
    { name: 'hex', needle: bytes.toString('hex'), caseless: true },
    exact('utf-16', Buffer.from(canary, 'utf16le').toString('latin1')),
    // A typed array that was turned into text by mistake.
    exact('byte-list', [...bytes].join(',')),
  ];
  return forms.filter(({ needle }) => needle !== '');
}

/** All forms that are searched for, the digest included: a hash of a secret is a leak too. */
export function canaryForms(canary: string): readonly CanaryForm[] {
  const digest = createHash('sha256').update(canary).digest();
  return [
    ...readableForms(canary),
    { name: 'sha-256', needle: digest.toString('hex'), caseless: true },
    { name: 'sha-256-base64', needle: digest.toString('base64').replace(/=+$/, ''), caseless: false },
    { name: 'sha-256-base64url', needle: digest.toString('base64url'), caseless: false },
  ];
}

const percentDecoded = (text: string): string =>
  text.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const shortEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function jsonUnescaped(text: string): string {
  return text.replace(/((?:\\u[0-9a-fA-F]{4})+)|\\(["\\/bfnrt])/g, (_, units: string | undefined, short = '') => {
    if (units === undefined) return shortEscapes[short as string] ?? (short as string);
    const codes = units.split('\\u').slice(1);
    return bytesOf(String.fromCharCode(...codes.map((code) => Number.parseInt(code, 16))));
  });
}

/** The text itself and what it says once percent signs and JSON escapes are taken away, twice nested. */
export function viewsOfText(name: string, text: string): readonly ByteView[] {
  const once = percentDecoded(text);
  const plus = percentDecoded(text.replaceAll('+', ' '));
  // Each reading both with and without its percent signs: a canary may itself hold something that looks like one.
  const starts = [text, once, plus, percentDecoded(once)];
  const plain = starts.map(jsonUnescaped);
  const views = [...starts, ...plain, ...plain.map(jsonUnescaped)];
  return [...new Set(views)].map((view) => ({ name, text: view }));
}

const gzipStart = Buffer.from([0x1f, 0x8b, 0x08]);
// A bomb must not stop the tests; nothing that we send grows beyond this.
const limit = { maxOutputLength: 64 * 1024 * 1024 };

function attempt(inflate: () => Buffer): readonly Buffer[] {
  try {
    return [inflate()];
  } catch {
    return [];
  }
}

/** What the body holds once it is unpacked: by its declared encoding, and every gzip stream that starts inside it. */
export function inflated(body: Buffer, encoding: string | undefined): readonly Buffer[] {
  const declared = {
    br: () => attempt(() => brotliDecompressSync(body, limit)),
    deflate: () => [...attempt(() => inflateSync(body, limit)), ...attempt(() => inflateRawSync(body, limit))],
  }[encoding ?? ''];
  const found: Buffer[] = [...(declared?.() ?? [])];
  for (let at = body.indexOf(gzipStart); at !== -1; at = body.indexOf(gzipStart, at + 1)) {
    const start = at;
    found.push(...attempt(() => gunzipSync(body.subarray(start), { ...limit, finishFlush: 2 })));
  }
  return found;
}
