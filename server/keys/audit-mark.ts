import type { KeyFiles } from './key-files.ts';

/**
 * The highest checkpoint of the audit log, kept where whoever can only write to the database cannot reach: the exact JSON text of a
 * `SignedCheckpoint`. Backups leave it out: it is worth something only as long as it is newer than they are.
 */
export interface AuditMark {
  read(): string | undefined;
  keep(signed: string): void;
  /** The log was found not to hold what the mark says. The first mark of that kind stays as evidence until a person takes it away. */
  setAside(): void;
  /** True as long as one was set aside. */
  isSetAside(): boolean;
  /** After a restore the log is another, and a person knows. */
  forget(): void;
}

export const auditMarkFiles = { mark: 'audit-checkpoint.json', aside: 'audit-checkpoint-lost.json' } as const;

export function auditMark(files: KeyFiles): AuditMark {
  const { mark, aside } = auditMarkFiles;
  const read = () => files.read(mark) || undefined; // an emptied file stands for none
  return {
    read,
    keep: (signed) => files.replace(mark, signed),
    setAside() {
      const signed = read();
      if (signed !== undefined) files.readOrMake(aside, () => signed);
      files.replace(mark, '');
    },
    isSetAside: () => files.read(aside) !== undefined,
    forget: () => files.replace(mark, ''),
  };
}
