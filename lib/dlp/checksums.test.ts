import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digitsOf,
  ibanLengths,
  isMonthAndDay,
  passesFrenchNir,
  passesIban,
  passesIcao,
  passesLuhn,
  passesMod1110,
  passesVerhoeff,
  weighted,
} from './checksums.ts';

const tenDigits = Array.from('0123456789');
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...tenDigits), minLength: length, maxLength: length });
const settings = { seed: 3, numRuns: 2_000 };

/** Another digit at a place; checksums are made to notice that. */
function withOtherDigit(number: string, place: number, step: number): string {
  const other = (Number(number[place]) + step) % 10;
  return number.slice(0, place) + String(other) + number.slice(place + 1);
}

/** The one digit after `body` with which it passes. */
function completed(body: string, passes: (number: string) => boolean): readonly string[] {
  return tenDigits.map((digit) => body + digit).filter(passes);
}

describe('passesLuhn', () => {
  it('refuses what holds no digit', () => expect(passesLuhn('')).toBe(false));

  it('agrees with the example of the standard', () => {
    expect(passesLuhn('79927398713')).toBe(true);
    for (const last of '012456789') expect(passesLuhn(`7992739871${last}`)).toBe(false);
  });

  it('takes exactly one check digit for any number, and notices any one changed digit', () => {
    fc.assert(
      fc.property(digits(15), fc.nat(15), fc.integer({ min: 1, max: 9 }), (body, place, step) => {
        const [number, ...others] = completed(body, passesLuhn);
        expect(others).toEqual([]);
        expect(passesLuhn(withOtherDigit(number!, place, step))).toBe(false);
      }),
      settings,
    );
  });
});

describe('passesIban', () => {
  const austrian = ['AT61', '1904', '3002', '3457', '3201'].join(' '); // the registry's own example

  it.each([
    ['nothing', ''],
    ['a country without IBAN', austrian.replace('AT', 'US')],
    ['another country’s length', austrian.replace('AT', 'DE')],
    ['one digit less', austrian.slice(0, -1)],
    ['one digit more', `${austrian}0`],
    ['two digits in the other order', austrian.replace('1904', '1940')],
    ['a name of an object’s own machinery', 'constructor'],
  ])('refuses %s', (_what, iban) => expect(passesIban(iban)).toBe(false));

  it('reads it with spaces, with hyphens and without', () => {
    expect(passesIban(austrian)).toBe(true);
    expect(passesIban(austrian.replaceAll(' ', '-'))).toBe(true);
    expect(passesIban(austrian.replaceAll(' ', ''))).toBe(true);
  });

  it('takes letters for numbers', () => {
    expect(passesIban(['GB82', 'WEST', '1234', '5698', '7654', '32'].join(' '))).toBe(true);
    expect(passesIban(['GB82', 'WESU', '1234', '5698', '7654', '32'].join(' '))).toBe(false);
  });

  it('takes one pair of check digits for any account, and notices any one changed digit', () => {
    fc.assert(
      fc.property(digits(16), fc.nat(15), fc.integer({ min: 1, max: 9 }), (account, place, step) => {
        const pairs = Array.from({ length: 97 }, (_, pair) => String(pair + 2).padStart(2, '0'));
        const [pair, ...others] = pairs.filter((each) => passesIban(`AT${each}${account}`));
        expect(others).toEqual([]);
        expect(passesIban(`AT${pair!}${withOtherDigit(account, place, step)}`)).toBe(false);
      }),
      { ...settings, numRuns: 200 },
    );
  });

  it('knows countries by two letters and lengths of the standard', () => {
    expect(Object.keys(ibanLengths).length).toBeGreaterThan(70);
    for (const [country, length] of Object.entries(ibanLengths)) {
      expect(country).toMatch(/^[A-Z]{2}$/);
      expect(length).toBeGreaterThanOrEqual(15);
      expect(length).toBeLessThanOrEqual(34);
    }
  });
});

describe.each([
  ['passesMod1110', passesMod1110, '8609574271', `86095742719`],
  ['passesVerhoeff', passesVerhoeff, '236', '2363'],
  ['passesIcao', passesIcao, 'L898902C', `L898902C3`],
] as const)('%s', (_name, passes, body, whole) => {
  it('takes exactly one check digit, that of the published example', () => {
    expect(completed(body, passes)).toEqual([whole]);
  });

  it('notices any one changed digit', () => {
    fc.assert(
      fc.property(digits(10), fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, step) => {
        const [valid] = completed(number, passes);
        const changed = withOtherDigit(valid!, place, step);
        // Weights of 7, 3 and 1 are blind to nothing, as each has no factor in common with ten.
        expect(passes(changed)).toBe(false);
      }),
      settings,
    );
  });

  it('refuses nothing at all', () => expect(passes('')).toBe(false));
});

describe('weighted', () => {
  it('takes each digit times the weight of its place, and no digit for what is not there', () => {
    expect(weighted('1234', [10, 20, 30])).toBe(140);
    expect(weighted('1', [2, 3])).toBe(2);
  });
});

describe('isMonthAndDay', () => {
  it.each([
    ['02', '29', true],
    ['02', '30', false],
    ['04', '31', false],
    ['12', '31', true],
    ['00', '10', false],
    ['13', '01', false],
    ['07', '00', false],
  ])('%s-%s: %s', (month, day, there) => expect(isMonthAndDay(month, day)).toBe(there));
});

describe('passesFrenchNir', () => {
  const keyed = (body: string) =>
    Array.from({ length: 97 }, (_, key) => `${body}${String(key + 1).padStart(2, '0')}`).filter(passesFrenchNir);

  it.each([
    ['nothing', ''],
    ['no key', '2550699999001'],
    ['a letter that is no department', '25506990A900134'],
  ])('refuses %s', (_what, number) => expect(passesFrenchNir(number)).toBe(false));

  it('takes exactly one key, with spaces and without', () => {
    const [number, ...others] = keyed('1840675056123');
    expect(others).toEqual([]);
    expect(passesFrenchNir(number!.replace(/^(.)(..)(..)(..)(...)(...)/, '$1 $2 $3 $4 $5 $6 '))).toBe(true);
  });

  it('counts the departments of Corsica as 19 and 18', () => {
    const key = (body: string) => keyed(body).map((number) => number.slice(13));
    expect(key('184062A056123')).toEqual(key('1840619056123'));
    expect(key('184062B056123')).toEqual(key('1840618056123'));
    expect(key('184062A056123')).not.toEqual(key('184062B056123'));
  });
});

describe('digitsOf', () => {
  it('leaves nothing but digits', () => expect(digitsOf(' 12-3a٣4\n')).toBe('1234'));
});
