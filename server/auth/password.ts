import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { ScryptOptions } from 'node:crypto';
import { isWorstPassword } from './worst-passwords.ts';

/** OWASP's second choice for scrypt: 32 MB and three passes. https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
const cost = { N: 2 ** 15, r: 8, p: 3 } as const;
const keyBytes = 32;
const maxMemory = 128 * 1024 * 1024;

export const minimumPasswordLength = 12;
export const maximumPasswordLength = 200;

export type PasswordFlaw = 'password-too-short' | 'password-too-easy';

export function flawOf(password: string, name: string): PasswordFlaw | undefined {
  if (Array.from(password).length < minimumPasswordLength) return 'password-too-short';
  return isWorstPassword(password, name) ? 'password-too-easy' : undefined;
}

/** `scrypt$N$r$p$salt$key`, so that the parameters may grow later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Takes as long for a person who does not exist (`hash` undefined) as for one who does. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [kind, n, r, p, salt = '', expected = ''] = (hash ?? '').split('$');
  if (kind !== 'scrypt') {
    await derive(password, Buffer.alloc(16), cost);
    return false;
  }
  const key = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(n), r: Number(r), p: Number(p) });
  const stored = Buffer.from(expected, 'base64url');
  return stored.length === key.length && timingSafeEqual(stored, key);
}

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, { ...options, maxmem: maxMemory }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
