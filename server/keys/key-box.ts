import { randomBytes, scryptSync } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { EndpointProblem, errorCode } from '../problem.ts';
import { parseJson } from './grant.ts';
import { openText, sealText } from './sealed-text.ts';
import { newPrivateKey, signingKey } from './signing-keys.ts';
import type { SigningKey } from './signing-keys.ts';

/** What an encrypted key file is for. A root key delegates; a signing key signs what a root key allowed it. */
export const boxKinds = ['root', 'signing'] as const;
export type BoxKind = (typeof boxKinds)[number];

/** scrypt takes 128 MB for each guess. https://www.rfc-editor.org/rfc/rfc7914 */
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 };
const shortestPassphrase = 12;

const Box = z.strictObject({
  sluice: z.enum(['root-key', 'signing-key']),
  keyid: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  publicKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  salt: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/)),
  sealed: z.string().check(z.maxLength(1_000)),
});
export type Box = z.infer<typeof Box>;

export interface BoxKey extends SigningKey {
  readonly kind: BoxKind;
}

/** Writes a new Ed25519 key, encrypted under a passphrase, for its owner alone. A file that is there is never overwritten. */
export function makeKeyBox(path: string, kind: BoxKind, passphrase: string): SigningKey {
  const pem = newPrivateKey();
  const key = signingKey(kind, pem);
  const salt = randomBytes(16);
  const head = { sluice: wordOf(kind), keyid: key.keyid, publicKey: key.publicKey, salt: salt.toString('base64url') };
  const sealed = sealText(keyOf(passphrase, salt), pem, labelOf(head));
  writeNew(path, `${JSON.stringify({ ...head, sealed } satisfies Box)}\n`, 0o600);
  return key;
}

/** The key in a file that `makeKeyBox` wrote. */
export function openKeyBox(path: string, passphrase: string): BoxKey {
  const box = readBox(path);
  if (box === undefined)
    throw new EndpointProblem(
      `The file ${path} is no key of Sluice; make one with "sluice keys root" or "sluice keys signing".`,
    );
  const { sealed, ...head } = box;
  const pem = openText(keyOf(passphrase, Buffer.from(box.salt, 'base64url')), sealed, labelOf(head));
  if (pem === undefined) throw new EndpointProblem(`The passphrase does not open ${path}, or the file was changed.`);
  const kind = box.sluice === 'root-key' ? 'root' : 'signing';
  return { ...signingKey(kind, pem), kind };
}

/** What a key file says without its passphrase; `undefined` when it is none. Nothing vouches for it before it is opened. */
export function readBox(path: string): Box | undefined {
  return Box.safeParse(parseJson(readText(path))).data;
}

export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new EndpointProblem(`The file ${path} cannot be read (${errorCode(error)}).`);
  }
}

/** Writes a file that is not there yet. */
export function writeNew(path: string, content: string, mode = 0o644): void {
  try {
    writeFileSync(path, content, { mode, flag: 'wx', flush: true });
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new EndpointProblem(`The file ${path} is there already; choose another.`);
    throw new EndpointProblem(`The file ${path} cannot be written (${errorCode(error)}).`);
  }
}

/** The first line of a file that only its owner can read, or a variable. */
export function readPassphrase(file: string | undefined, variable: string | undefined): string {
  if (file !== undefined) refuseOpen(file);
  const text = file === undefined ? variable : readText(file).split(/\r?\n/)[0];
  if (text === undefined || text === '')
    throw new EndpointProblem('A passphrase is needed: a file with --passphrase-file, or SLUICE_KEY_PASSPHRASE.', 2);
  if (text.length < shortestPassphrase)
    throw new EndpointProblem(`The passphrase needs at least ${shortestPassphrase} characters.`);
  return text.normalize('NFKC');
}

function refuseOpen(path: string): void {
  // Windows has no such bits and reports them as set.
  if (process.platform === 'win32') return;
  try {
    if ((statSync(path).mode & 0o077) === 0) return;
  } catch (error) {
    throw new EndpointProblem(`The file ${path} cannot be read (${errorCode(error)}).`);
  }
  throw new EndpointProblem(`The file ${path} can be read by others; take their rights away (chmod 600).`);
}

function keyOf(passphrase: string, salt: Buffer): Buffer {
  return scryptSync(passphrase, salt, 32, cost);
}

/** What stands in clear is bound to what is sealed. */
function labelOf({ sluice, keyid, publicKey, salt }: Omit<Box, 'sealed'>): string {
  return JSON.stringify([sluice, keyid, publicKey, salt]);
}

function wordOf(kind: BoxKind): Box['sluice'] {
  return kind === 'root' ? 'root-key' : 'signing-key';
}
