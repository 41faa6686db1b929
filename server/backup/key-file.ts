import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { EndpointProblem, errorCode } from '../problem.ts';

const keyBytes = 32;

/** Writes a new key of 32 random bytes, base64url, for its owner alone. A file that is there is never overwritten. */
export function makeBackupKey(path: string): void {
  try {
    const content = `${randomBytes(keyBytes).toString('base64url')}\n`;
    writeFileSync(path, content, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new EndpointProblem(`The file ${path} is there already; choose another.`);
    throw new EndpointProblem(`The key file ${path} cannot be written (${errorCode(error)}).`);
  }
}

/** The key in a file that `makeBackupKey` wrote. */
export function readBackupKey(path: string): Buffer {
  const key = Buffer.from(read(path).trim(), 'base64url');
  if (key.length !== keyBytes) {
    throw new EndpointProblem(`The file ${path} is no backup key; make one with "sluice backup-key FILE".`);
  }
  return key;
}

function read(path: string): string {
  try {
    // Windows has no such bits and reports them as set.
    if (process.platform === 'win32' || (statSync(path).mode & 0o077) === 0) return readFileSync(path, 'utf8');
  } catch (error) {
    throw new EndpointProblem(`The key file ${path} cannot be read (${errorCode(error)}).`);
  }
  throw new EndpointProblem(`The key file ${path} can be read by others; take their rights away (chmod 600).`);
}
