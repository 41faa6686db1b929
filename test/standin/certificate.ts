import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { bits, identifier, integer, octets, sequence, set, tagged, text, utcTime, yes } from './der.ts';

/** Every name that the leaf certificate speaks for. */
export const certifiedHosts: readonly string[] = [
  'chatgpt.com',
  '*.chatgpt.com',
  'ws.chatgpt.com',
  'ab.chatgpt.com',
  'chat.openai.com',
  'files.oaiusercontent.com',
  '*.oaiusercontent.com',
  '*.blob.core.windows.net',
  '*.example.test',
];

/** PEM texts for a TLS server, and the name by which Chromium is told to trust the leaf. */
export interface StandinCertificate {
  readonly key: string;
  /** The leaf followed by its authority. */
  readonly chain: string;
  readonly leaf: string;
  readonly authority: string;
  /** Base64 SHA-256 of the leaf's SubjectPublicKeyInfo, for `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
}

interface Keys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

interface Request {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signingKey: KeyObject;
  readonly extensions: readonly Buffer[];
}

const dayMs = 24 * 60 * 60 * 1000;
// Browsers refuse leaves that live longer than 398 days.
const lifetimeDays = 380;
const authorityName = 'Sluice stand-in authority';
const ecdsaWithSha256 = sequence(identifier('1.2.840.10045.4.3.2'));

const newKeys = (): Keys => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicDer = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
const named = (name: string): Buffer => sequence(set(sequence(identifier('2.5.4.3'), text(name))));

/** One certificate extension, RFC 5280 section 4.2. */
function extension(id: string, critical: boolean, value: Buffer): Buffer {
  return sequence(identifier(id), ...(critical ? [yes()] : []), octets(value));
}

const keyIdentifier = (key: KeyObject): Buffer => createHash('sha1').update(publicDer(key)).digest();
const basicConstraints = (authority: boolean): Buffer =>
  extension('2.5.29.19', true, sequence(...(authority ? [yes()] : [])));
const keyUsage = (flags: number, unused: number): Buffer =>
  extension('2.5.29.15', true, bits(Buffer.from([flags]), unused));
const subjectKey = (key: KeyObject): Buffer => extension('2.5.29.14', false, octets(keyIdentifier(key)));
const authorityKey = (key: KeyObject): Buffer =>
  extension('2.5.29.35', false, sequence(tagged(0x80, keyIdentifier(key))));
const serverOnly = (): Buffer => extension('2.5.29.37', false, sequence(identifier('1.3.6.1.5.5.7.3.1')));
const alternativeNames = (hosts: readonly string[]): Buffer =>
  extension('2.5.29.17', false, sequence(...hosts.map((host) => tagged(0x82, Buffer.from(host)))));

function issue({ subject, issuer, publicKey, signingKey, extensions }: Request): string {
  const now = Date.now();
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))), // version 3
    integer(Buffer.concat([Buffer.from([0x40]), randomBytes(15)])), // a fixed first byte keeps the encoding minimal
    ecdsaWithSha256,
    named(issuer),
    sequence(utcTime(new Date(now - dayMs)), utcTime(new Date(now + lifetimeDays * dayMs))),
    named(subject),
    publicDer(publicKey),
    tagged(0xa3, sequence(...extensions)),
  );
  const der = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, signingKey)));
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function issueAuthority(keys: Keys): string {
  return issue({
    subject: authorityName,
    issuer: authorityName,
    publicKey: keys.publicKey,
    signingKey: keys.privateKey,
    // keyCertSign and cRLSign.
    extensions: [basicConstraints(true), keyUsage(0b0000_0110, 1), subjectKey(keys.publicKey)],
  });
}

/** Makes a new authority and leaf in memory, without a tool. Nothing is written, so nothing needs clearing up. */
export function makeCertificate(): StandinCertificate {
  const root = newKeys();
  const own = newKeys();
  const authority = issueAuthority(root);
  const leaf = issue({
    subject: 'chatgpt.com',
    issuer: authorityName,
    publicKey: own.publicKey,
    signingKey: root.privateKey,
    extensions: [
      basicConstraints(false),
      keyUsage(0b1000_0000, 7), // digitalSignature
      serverOnly(),
      alternativeNames(certifiedHosts),
      subjectKey(own.publicKey),
      authorityKey(root.publicKey),
    ],
  });
  return {
    key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    chain: leaf + authority,
    leaf,
    authority,
    spki: createHash('sha256').update(publicDer(own.publicKey)).digest('base64'),
  };
}
