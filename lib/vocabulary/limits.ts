/** UTF-16 units of a long text that go from place to place in one message. */
export const longestPart = 262_144;
/** Parts of one text. */
export const mostParts = 4_096;
