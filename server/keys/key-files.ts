import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { EndpointProblem, errorCode } from '../problem.ts';

/** Small secret files, each readable by its owner alone. */
export interface KeyFiles {
  read(name: string): string | undefined;
  /** The file's content; `make` writes it when there is none. Two processes that make it at once end with the same one. */
  readOrMake(name: string, make: () => string): string;
  replace(name: string, content: string): void;
  remove(name: string): void;
}

export function openKeyFiles(folder: string): KeyFiles {
  claimFolder(folder);
  const read = (name: string) => readKeyFile(join(folder, name));
  return {
    read,
    readOrMake(name, make) {
      const existing = read(name);
      if (existing !== undefined) return existing;
      const draft = writeDraft(folder, make());
      try {
        linkSync(draft, join(folder, name)); // fails when another process was first
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error;
      } finally {
        rmSync(draft, { force: true });
      }
      return read(name) ?? '';
    },
    replace: (name, content) => renameSync(writeDraft(folder, content), join(folder, name)),
    remove: (name) => rmSync(join(folder, name), { force: true }),
  };
}

/** 32 random bytes, base64url. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

function claimFolder(folder: string): void {
  try {
    makeFolder(folder);
    rmSync(writeDraft(folder, ''));
  } catch (error) {
    throw new EndpointProblem(
      `The folder ${folder} cannot be written (${errorCode(error)}); choose another with --data.`,
    );
  }
}

function writeDraft(folder: string, content: string): string {
  const draft = join(folder, `draft-${randomUUID()}`);
  writeFileSync(draft, content, { mode: 0o600, flag: 'wx', flush: true });
  return draft;
}

function readKeyFile(path: string): string | undefined {
  try {
    const content = readFileSync(path, 'utf8');
    // Windows has no such bits and reports them as set.
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
      throw new EndpointProblem(`The key file ${path} can be read by others; take their rights away (chmod 600).`);
    }
    return content;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
