import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { PasskeyAnswer, PasskeyCreation, PasskeyMade, PasskeyRequest } from '../console-api/passkey-contract.ts';

interface Credential {
  readonly id: Buffer;
  readonly rpId: string;
  readonly userHandle: string;
  readonly privateKey: KeyObject;
}

/** What a browser, a page or a device may do otherwise than it should. */
export interface Mischief {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly crossOrigin?: boolean;
  /** False: nobody touched it or said a PIN. */
  readonly verified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
  /** Breaks the signature. */
  readonly forged?: boolean;
}

/**
 * A passkey device and its browser in software: ES256, attestation `none`, discoverable.
 * https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data
 */
export class Authenticator {
  readonly origin: string;
  readonly credentials: Credential[] = [];
  counter = 0;

  constructor(origin: string) {
    this.origin = origin;
  }

  make({ options }: PasskeyCreation, mischief: Mischief = {}): PasskeyMade {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const credential = { id: randomBytes(32), rpId: options.rp.id, userHandle: options.user.id, privateKey };
    this.credentials.push(credential);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(credential.id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, credential.id, coseKey(publicKey)]);
    const authData = this.#authData({ rpId: options.rp.id, ...mischief }, attested);
    const attestation = cbor(
      new Map<string, CborValue>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    );
    return {
      id: credential.id.toString('base64url'),
      response: {
        clientDataJSON: this.#clientData('webauthn.create', { challenge: options.challenge, ...mischief }),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal', 'of-tomorrow'],
      },
    };
  }

  /** Signs with the last credential that fits. */
  answer({ options }: PasskeyRequest, mischief: Mischief = {}): PasskeyAnswer {
    const allowed = options.allowCredentials.map(({ id }) => id);
    const fitting = this.credentials.filter(
      ({ id }) => allowed.length === 0 || allowed.includes(id.toString('base64url')),
    );
    const credential = (fitting.length > 0 ? fitting : this.credentials).at(-1);
    if (credential === undefined) throw new Error('this authenticator is empty');
    const authData = this.#authData({ rpId: options.rpId, ...mischief });
    const clientData = this.#clientData('webauthn.get', { challenge: options.challenge, ...mischief });
    const hash = createHash('sha256').update(Buffer.from(clientData, 'base64url')).digest();
    const signed = mischief.forged === true ? randomBytes(69) : Buffer.concat([authData, hash]);
    return {
      id: credential.id.toString('base64url'),
      response: {
        clientDataJSON: clientData,
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, credential.privateKey).toString('base64url'),
        userHandle: mischief.userHandle ?? credential.userHandle,
      },
    };
  }

  #authData({ rpId = '', verified = true, counter }: Mischief, attested?: Buffer): Buffer {
    this.counter = counter ?? this.counter + 1;
    const flags = 0x01 | (verified ? 0x04 : 0) | (attested === undefined ? 0 : 0x40);
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(this.counter, 1);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), head, attested ?? Buffer.alloc(0)]);
  }

  #clientData(type: string, { challenge = '', origin = this.origin, crossOrigin = false }: Mischief): string {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin })).toString('base64url');
  }
}

type CborValue = number | string | Buffer | ReadonlyMap<string | number, CborValue>;

/** The little of CBOR that is needed: integers, texts, bytes and maps. https://www.rfc-editor.org/rfc/rfc8949#section-3 */
function cbor(value: CborValue): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const parts = [...value].flatMap(([key, inner]) => [cbor(key), cbor(inner)]);
  return Buffer.concat([head(5, value.size), ...parts]);
}

function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  if (count < 256) return Buffer.from([(major << 5) | 24, count]);
  return Buffer.from([(major << 5) | 25, count >> 8, count & 0xff]);
}

/** A P-256 key: kty 2, alg -7, crv 1, x and y. https://www.rfc-editor.org/rfc/rfc9053#section-7.1 */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return cbor(
    new Map<number, CborValue>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  );
}
