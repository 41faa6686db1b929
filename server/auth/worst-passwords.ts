/** Parts that make a long password an easy one. A password made of these, digits and signs alone is refused. */
const worstParts = [
  'password',
  'passwort',
  'passw0rd',
  'p@ssw0rd',
  'letmein',
  'welcome',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  'iloveyou',
  'admin',
  'administrator',
  'changeme',
  'secret',
  'trustno',
  'dragon',
  'monkey',
  'football',
  'sunshine',
  'princess',
  'master',
  'login',
  'sluice',
  'chatgpt',
  'summer',
  'winter',
  'abc',
  'uiop',
  'yxcvbn',
  'zxcvbn',
];

const longestFirst = worstParts.toSorted((a, b) => b.length - a.length);

/** True when guessing would find this password early: few different characters, or nothing but worst parts, digits and signs. */
export function isWorstPassword(password: string, name: string): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size < 5) return true;
  const own = name
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part.length > 2);
  let rest = lower;
  for (const part of [...own, ...longestFirst]) rest = rest.replaceAll(part, '');
  return rest.replaceAll(/[^\p{L}]/gu, '').length < 3;
}
