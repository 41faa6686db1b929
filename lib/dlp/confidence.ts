/** 0..1 of a detector that does not say its own. */
export const defaultConfidence = 0.9;
/** Below this nothing is reported, where a detector does not say its own. */
export const defaultThreshold = 0.5;
/** What a word near the match, or a line of its own, adds. */
export const contextBonus = 0.35;
