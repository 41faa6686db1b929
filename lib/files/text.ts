/** The text of bytes that are UTF-8, or UTF-16 with a byte order mark, and hold no NUL; `undefined` for anything else. */
export function textOf(bytes: Uint8Array): string | undefined {
  const mark = `${bytes[0] ?? 0},${bytes[1] ?? 0}`;
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined; // not text in that encoding
  }
}
