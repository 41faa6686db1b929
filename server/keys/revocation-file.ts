import type { KeyFiles } from './key-files.ts';

/**
 * The signed list of what was revoked, where whoever can only write to the database cannot reach. Backups leave it out: it is worth
 * something only as long as it is newer than they are.
 */
export interface RevocationFile {
  read(): string | undefined;
  replace(text: string): void;
}

export const revocationFileName = 'revocations.json';

export function revocationFile(files: KeyFiles): RevocationFile {
  return {
    read: () => files.read(revocationFileName),
    replace: (text) => files.replace(revocationFileName, text),
  };
}
