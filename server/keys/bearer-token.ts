import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';

/** Seconds that a bearer token of an installation lives. */
export const bearerSeconds = 12 * 3_600;

const InstallId = z.uuidv4();

/** `installId.expiry.mac`: whose it is and its end in seconds since 1970, under an HMAC. Nothing is stored. */
export function mintBearer(key: Buffer, installId: string, now: number): string {
  const claim = `${installId}.${Math.floor(now / 1_000) + bearerSeconds}`;
  return `${claim}.${mac(key, claim).toString('base64url')}`;
}

/** The installation that a token speaks for; `undefined` when it is forged or over. */
export function readBearer(key: Buffer, token: string, now: number): string | undefined {
  const [installId = '', expiry = '', given = '', ...rest] = token.split('.');
  if (rest.length > 0 || token.length > 256) return undefined;
  const expected = mac(key, `${installId}.${expiry}`);
  const sent = Buffer.from(given, 'base64url');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return undefined;
  if (Number(expiry) * 1_000 <= now) return undefined;
  return InstallId.safeParse(installId).data;
}

function mac(key: Buffer, claim: string): Buffer {
  return createHmac('sha256', key).update(`sluice-bearer\n${claim}`).digest();
}
