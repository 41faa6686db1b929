/** The digits of a number as people write it. */
export function digitsOf(number: string): string {
  return number.replace(/\D/g, '');
}

/** Luhn's formula: ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.at(-1 - place));
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return digits !== '' && sum % 10 === 0;
}

/** Length of an IBAN by country, from the SWIFT IBAN registry; the last two lines are countries that use the format without being in it. */
export const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BR: 29, BY: 28, CH: 21, CR: 22, CY: 28, CZ: 24, DE: 22, DK: 18,
  DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HR: 21, HU: 28, IE: 22, IL: 23,
  IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MR: 27,
  MT: 31, MU: 30, NL: 18, NO: 15, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, SA: 24, SC: 31, SE: 24, SI: 19, SK: 24, SM: 27,
  ST: 25, SV: 28, TL: 23, TN: 24, TR: 26, UA: 29, VA: 22, VG: 24, XK: 20, BI: 27, DJ: 27, FK: 18, HN: 28, MN: 20, NI: 28, OM: 23, RU: 33, SD: 18,
  SO: 23, YE: 30,
  AO: 25, BF: 28, BJ: 28, CF: 27, CG: 27, CI: 28, CM: 27, CV: 25, DZ: 26, GA: 27, GQ: 27, GW: 25, IR: 26, KM: 27, MA: 28, MG: 27, ML: 28, MZ: 25,
  NE: 28, SN: 28, TD: 27, TG: 28,
}; // prettier-ignore

/** Country length and mod 97: ISO 13616-1. */
export function passesIban(iban: string): boolean {
  const compact = iban.replace(/[ -]/g, '');
  if (compact.length !== ibanLengths[compact.slice(0, 2)]) return false;
  let rest = 0;
  for (const char of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** The key is 97 minus the number mod 97; Corsican departments count as 19 and 18. INSEE. */
export function passesFrenchNir(number: string): boolean {
  const compact = number.replaceAll(' ', '');
  const body = compact.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return /^\d{13}$/.test(body) && 97 - Number(BigInt(body) % 97n) === Number(compact.slice(13));
}

/** The sum of the digits, each times the weight of its place; digits beyond the weights do not count. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * Number(digits[place] ?? 0), 0);
}

/** Hybrid system mod 11,10: ISO/IEC 7064. The last digit is the check. */
export function passesMod1110(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) product = (((Number(digit) + product) % 10 || 10) * 2) % 11;
  return digits.length > 1 && (11 - product) % 10 === Number(digits.at(-1));
}

/** The check digit of machine readable travel documents, weights 7, 3, 1: ICAO Doc 9303, part 3, 4.9. The last digit is the check. */
export function passesIcao(number: string): boolean {
  const body = number.slice(0, -1).toUpperCase();
  let sum = 0;
  for (let place = 0; place < body.length; place += 1)
    sum += Number.parseInt(body[place] ?? '0', 36) * ([7, 3, 1][place % 3] ?? 0);
  return String(sum % 10) === number.at(-1);
}

const verhoeffProduct = [
  '0123456789', '1234067895', '2340178956', '3401289567', '4012395678',
  '5987604321', '6598710432', '7659821043', '8765932104', '9876543210',
]; // prettier-ignore
const verhoeffTurn = ['0123456789', '1576283094', '5803796142', '8916043527', '9453126870', '4286573901', '2793806415', '7046913258']; // prettier-ignore

/** Verhoeff's scheme over the dihedral group: J. Verhoeff, Error Detecting Decimal Codes, 1969. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const turned = Number(verhoeffTurn[place % 8]?.[Number(digits.at(-1 - place))]);
    check = Number(verhoeffProduct[check]?.[turned]);
  }
  return digits !== '' && check === 0;
}

/** True for a month and a day that exist together in some year. */
export function isMonthAndDay(month: string, day: string): boolean {
  const last = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month)] ?? 0;
  return Number(day) >= 1 && Number(day) <= last;
}
