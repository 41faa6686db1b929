const longest = 64;

/** The part of a name that stands before a place in it; `undefined` for an index (`row[key`) and for what is too long to be a name. */
export function nameBefore(text: string, place: number): string | undefined {
  let start = place;
  while (start > 0 && place - start <= longest && /[\w.-]/.test(text.charAt(start - 1))) start -= 1;
  return place - start > longest || text[start - 1] === '[' ? undefined : text.slice(start, place);
}
