import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EndpointProblem, errorCode } from './problem.ts';

export interface TlsPaths {
  /** The certificate and those between it and its root, PEM. */
  readonly cert: string;
  /** Its private key, PEM, without a passphrase. */
  readonly key: string;
}

export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** Reads a certificate and its key. Each mistake is one sentence: a file that is missing or no PEM, a key of another certificate, an end that is past. */
export function readTlsFiles(paths: TlsPaths, now: number): TlsFiles {
  const files = { cert: read('--tls-cert', paths.cert), key: read('--tls-key', paths.key) };
  const certificate = attempt(() => new X509Certificate(files.cert));
  if (certificate === undefined) throw bad(`The file ${paths.cert} of --tls-cert is no certificate in PEM form.`);
  const key = attempt(() => createPrivateKey(files.key));
  if (key === undefined) {
    throw bad(`The file ${paths.key} of --tls-key is no private key in PEM form without a passphrase.`);
  }
  if (!certificate.checkPrivateKey(key)) {
    throw bad(`The key ${paths.key} does not belong to the certificate ${paths.cert}.`);
  }
  if (Date.parse(certificate.validTo) <= now) {
    throw bad(`The certificate ${paths.cert} ended on ${dayOf(certificate.validTo)}; put a new one there.`);
  }
  if (Date.parse(certificate.validFrom) > now) {
    throw bad(`The certificate ${paths.cert} is not valid before ${dayOf(certificate.validFrom)}.`);
  }
  return files;
}

function read(option: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw bad(`The file ${path} of ${option} cannot be read (${errorCode(error)}).`);
  }
}

function attempt<Result>(make: () => Result): Result | undefined {
  try {
    return make();
  } catch {
    return undefined; // the caller says what is wrong
  }
}

function dayOf(date: string): string {
  return new Date(date).toISOString().slice(0, 10);
}

function bad(sentence: string): EndpointProblem {
  return new EndpointProblem(sentence);
}
