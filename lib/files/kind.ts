/** True for what readers take for a file in the Portable Document Format: its mark within the first 1024 bytes. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-');
}

/** First bytes of pictures whose captions can be read: JPEG, PNG, TIFF in both orders. */
const marks: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];
/** The newer ones name their kind behind the word `ftyp`: ISO/IEC 14496-12, 4.3. */
const brands = /^ftyp(?:heic|heix|mif1|msf1|avif)/;

export function isImage(bytes: Uint8Array): boolean {
  if (marks.some((mark) => mark.every((byte, at) => bytes[at] === byte))) return true;
  return brands.test(new TextDecoder('latin1').decode(bytes.subarray(4, 12)));
}

/** True for the first bytes of an archive in the ZIP format. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}
