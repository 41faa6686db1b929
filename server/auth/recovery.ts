import { randomInt } from 'node:crypto';

/** Without letters and digits that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const codes = 10;

/** Ten codes of sixteen signs, 79 bits each, in groups of four. */
export function newRecoveryCodes(): readonly string[] {
  const sign = () => alphabet[randomInt(alphabet.length)] ?? '';
  const group = () => Array.from({ length: 4 }, sign).join('');
  return Array.from({ length: codes }, () => Array.from({ length: 4 }, group).join('-'));
}

/** A code as it was given out, however it was typed. */
export function readRecoveryCode(typed: string): string {
  const signs = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return signs.match(/.{1,4}/g)?.join('-') ?? '';
}
