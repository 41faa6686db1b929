const longest = 4;

/**
 * The first and last characters of a value, enough to recognise it and too little to use it: at most four at each end, and never more
 * than two fifths of the whole. Values under five characters show nothing.
 */
export function mask(value: string): string {
  const characters = Array.from(value.replaceAll(/\s+/g, ' '));
  const shown = Math.min(longest, Math.floor(characters.length / 5));
  if (shown === 0) return '…';
  return `${characters.slice(0, shown).join('')}…${characters.slice(-shown).join('')}`;
}
