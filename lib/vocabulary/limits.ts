/** UTF-16 units of a long text that go from place to place in one message. */
export const longestPart = 262_144;
