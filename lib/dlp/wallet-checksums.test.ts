import { describe, expect, it } from 'vitest';
import { isBase58Check, isBech32, isEip55 } from './wallet-checksums.ts';

const changed = (address: string, place: number, char: string) =>
  address.slice(0, place) + char + address.slice(place + 1);

describe('isBase58Check', () => {
  const address = ['1A1zP1eP5QGefi2D', 'MPTfTL5SLmv7DivfNa'].join(''); // of the first block

  it('takes the published address and no other', () => {
    expect(isBase58Check(address)).toBe(true);
    for (let place = 1; place < address.length; place += 1)
      expect(isBase58Check(changed(address, place, address[place] === 'z' ? 'y' : 'z'))).toBe(false);
  });

  it.each(['', '0', 'l', '1'.repeat(40), 'z'.repeat(60)])('refuses %s', (text) =>
    expect(isBase58Check(text)).toBe(false),
  );
});

describe('isBech32', () => {
  const v0 = ['bc1qw508d6qejxtdg4y5r3', 'zarvary0c5xw7kv8f3t4'].join(''); // BIP 173
  const v1 = ['bc1p0xlxvlhemja6c4dqv22', 'uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0'].join(''); // BIP 350

  it.each([v0, v1])('takes the published %s and no other', (address) => {
    expect(isBech32(address)).toBe(true);
    for (let place = 3; place < address.length; place += 1)
      expect(isBech32(changed(address, place, address[place] === 'q' ? 'p' : 'q'))).toBe(false);
  });

  it.each(['', 'bc1', 'bc1qqqqq', 'ltc1', 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', 'bc1bio'])(
    'refuses %s',
    (text) => expect(isBech32(text)).toBe(false),
  );
});

describe('isEip55', () => {
  // The EIP's own examples.
  it.each([
    ['0x5aAeb6053F3E94C9b9A0', '9f33669435E7Ef1BeAed'],
    ['0xfB6916095ca1df60bB79', 'Ce92cE3Ea74c37c5d359'],
    ['0xdbF03B407c01E7cD3CBe', 'a99509d93f8DDDC8C6FB'],
  ])('takes the published %s… and no other case', (...parts) => {
    const address = parts.join('');
    expect(isEip55(address)).toBe(true);
    for (let place = 2; place < address.length; place += 1) {
      const char = address.charAt(place);
      const turned = char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
      if (turned !== char) expect(isEip55(changed(address, place, turned))).toBe(false);
    }
  });

  it.each(['', '0x', `0x${'a'.repeat(40)}`, `0x${'A'.repeat(40)}`, `0x${'1'.repeat(40)}`, `0x${'aB'.repeat(21)}`])(
    'refuses %s',
    (text) => expect(isEip55(text)).toBe(false),
  );
});
