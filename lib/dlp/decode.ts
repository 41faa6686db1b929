/** An encoded run of a text and what it says. */
export interface DecodedRun {
  readonly start: number;
  readonly end: number;
  readonly decoded: string;
}

/** Shorter runs hold no secret worth the name; longer ones are files, which are scanned as such. */
const run = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{40,65536}={0,2}/g;
const mostRuns = 64;

/** Base64 and base64url runs that decode to text. Bounded in number and size. */
export function decodedRuns(text: string): readonly DecodedRun[] {
  const runs: DecodedRun[] = [];
  for (const { 0: found, index } of text.matchAll(run)) {
    const decoded = decodeBase64(found);
    if (decoded !== undefined) runs.push({ start: index, end: index + found.length, decoded });
    if (runs.length === mostRuns) break;
  }
  return runs;
}

const fatal = new TextDecoder('utf-8', { fatal: true });

function decodeBase64(encoded: string): string | undefined {
  try {
    const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    const text = fatal.decode(Uint8Array.from(binary, (unit) => unit.charCodeAt(0)));
    // Control characters are a sign of bytes that only happen to be UTF-8.
    return /[\0-\u0008\u000e-\u001f]/.test(text) ? undefined : text;
  } catch {
    return undefined; // no base64, or no text
  }
}
