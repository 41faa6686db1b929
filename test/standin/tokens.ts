/**
 * Values in the shapes that the real service uses, made from a seed at run time. Nothing here opens anything, and no
 * literal looks like a token.
 */
export class Tokens {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to but not including 1 (mulberry32). */
  random(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, `low` and `high` included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  bytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => this.between(0, 255)));
  }

  hex(digits: number): string {
    return this.bytes(Math.ceil(digits / 2))
      .toString('hex')
      .slice(0, digits);
  }

  uuid(): string {
    const digits = this.hex(32);
    const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`];
    return [...parts, digits.slice(20)].join('-');
  }

  /** Letters and digits. */
  word(length: number): string {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    return Array.from({ length }, () => alphabet[this.between(0, alphabet.length - 1)]).join('');
  }

  base64(count: number): string {
    return this.bytes(count).toString('base64');
  }

  base64url(count: number): string {
    return this.bytes(count).toString('base64url');
  }

  /** A signed token as the service issues it: RS256, so the signature has 256 bytes. */
  jwt(claims: Readonly<Record<string, unknown>>): string {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const head = part({ alg: 'RS256', kid: this.uuid(), typ: 'JWT' });
    const now = Math.floor(Date.now() / 1000);
    return `${head}.${part({ ...claims, iat: now, exp: now + 864_000, jti: this.uuid() })}.${this.base64url(256)}`;
  }

  conduit(): string {
    return this.jwt({
      conduit_uuid: this.hex(32),
      conduit_location: `10.${this.between(0, 255)}.7.21:8308`,
      cluster: 'unified-117',
    });
  }

  /** The long opaque tokens of the anti-abuse calls. */
  sentinel(bytes: number): string {
    return `g${'A'.repeat(5)}B${this.base64(bytes)}`;
  }

  /** An encrypted token of five parts, as the session cookie holds it. */
  encrypted(): string {
    const head = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM' })).toString('base64url');
    return `${head}..${this.base64url(12)}.${this.base64url(900)}.${this.base64url(16)}`;
  }

  fileId(): string {
    return `file_${this.hex(32)}`;
  }
}
