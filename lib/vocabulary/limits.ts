/** UTF-16 units of a long text that go from place to place in one message. */
export const longestPart = 262_144;
/** Parts of one text. */
export const mostParts = 4_096;
/** Bytes of a file that go in one message: a megabyte in Base64. */
export const bytesInPart = 786_432;
/** Bytes. Larger files are not read: they follow `unreadable`. */
export const largestFile = 32 * 1024 * 1024;
/** Values that are replaced in one document, and UTF-16 units of all of them and their marks. */
export const mostChanges = 20_000;
export const longestChanges = 4_000_000;
