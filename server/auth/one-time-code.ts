import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;

/** A new secret for an authenticator app: 160 bits, base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator app reads from a QR code. */
export function secretUri(secret: string, name: string): string {
  return totp(secret, name).toString();
}

/**
 * The time step that a code belongs to; `undefined` when it is wrong. One step of clock difference either way is allowed. Whoever
 * accepts the code stores its step, and takes only later ones from then on.
 */
export function stepOfCode(secret: string, code: string, now: number): number | undefined {
  const delta = totp(secret, '').validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? undefined : Math.floor(now / 1_000 / periodSeconds) + delta;
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: 'Sluice',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1', // what every authenticator app knows
    digits: 6,
    period: periodSeconds,
  });
}
