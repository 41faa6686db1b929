import { describe, expect, it } from 'vitest';
import { isBase58Check, isBech32 } from './wallet-checksums.ts';

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

  it.each(['', 'bc1', 'bc1qqqqq', 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', 'bc1bio'])('refuses %s', (text) =>
    expect(isBech32(text)).toBe(false),
  );
});
