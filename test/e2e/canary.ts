import { randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Standin } from '../standin/server.ts';

/** A cloud key in the issuer's format, new each time and never written down. */
export function cloudKey(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return 'AK' + 'IA' + Array.from(randomBytes(16), (byte) => letters[byte % 32]).join('');
}

/** A private key as a file holds it. */
export function privateKey(): string {
  const line = () => randomBytes(48).toString('base64');
  const words = ['-----BEGIN', 'RSA PRIVATE', 'KEY-----'];
  return [words.join(' '), ...Array.from({ length: 8 }, line), words.join(' ').replace('BEGIN', 'END')].join('\n');
}

/** Words that no detector knows, to see where ordinary text goes. */
export function plainMark(): string {
  return `mark${randomBytes(6).toString('hex').replace(/\d/g, 'q')}`;
}

/** What the stand-in must never see: the words of any canary, and the address that refused ones are turned to. */
export function expectNoCanary(standin: Standin): void {
  for (const trace of ['SLUICE-CANARY', 'sluice-canary']) expect(standin.ledger.find(trace)).toEqual([]);
}
