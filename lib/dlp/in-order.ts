/** How many of a list, which is in order of `placeOf`, lie before a place. */
export function countBefore<Each>(list: readonly Each[], place: number, placeOf: (each: Each) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = list[middle];
    if (each !== undefined && placeOf(each) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
