/** What nobody sees: joiners, fillers, marks of direction, and the empty braille cell. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;

/** A name as it is stored: one form of each letter, one space between words, nothing that nobody sees. */
export function tidyName(name: string): string {
  return name.normalize('NFKC').replaceAll(unseen, '').replaceAll(/\s+/gu, ' ').trim();
}

/** Letters of other scripts, and digits, that look like Latin ones. https://www.unicode.org/reports/tr39/#Confusable_Detection */
const doubles: readonly (readonly [string, string])[] = [
  ['АВЕКМНОРСТУХЅІЈ', 'ABEKMHOPCTYXSIJ'],
  ['аеорсухѕіјһӏԁԛԝ', 'aeopcyxsijhldqw'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ['ανορυ', 'avopu'],
  ['0', 'O'],
  ['1|I', 'lll'],
];
const twins = new Map(
  doubles.flatMap(([from, to]) => Array.from(from, (sign, index) => [sign, to[index] ?? ''] as const)),
);

/** A form that is the same for names which people take for one another. The audit log tells people apart by their names. */
export function lookOf(name: string): string {
  return Array.from(tidyName(name), (sign) => {
    const latin = twins.get(sign) ?? sign;
    return twins.get(latin) ?? latin;
  })
    .join('')
    .toLowerCase();
}

/** True for names by which the log means the endpoint itself, a command in its folder, or a program with its key. */
export function isReserved(name: string): boolean {
  const look = lookOf(name);
  return look === '' || /^(sluice|command line)\b/.test(look) || look.startsWith('key ');
}
