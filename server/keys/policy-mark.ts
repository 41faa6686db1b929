import * as z from 'zod/mini';
import type { KeyFiles } from './key-files.ts';

const Marked = z.strictObject({
  epoch: z.int(),
  seq: z.int(),
  /** SHA-256 of the policy's exact bytes, lower-case hex. */
  digest: z.string(),
});
export type Marked = z.infer<typeof Marked>;

/**
 * The policy that this endpoint last signed or imported, kept where whoever can only write to the database cannot reach. Backups leave
 * it out: a restore writes its own.
 */
export interface PolicyMark {
  read(): Marked | undefined;
  keep(marked: Marked): void;
  /** After a restore of a database with a policy that this version cannot read. */
  forget(): void;
}

export const policyMarkFile = 'policy-signed.json';

export function policyMark(files: KeyFiles): PolicyMark {
  return {
    read() {
      const text = files.read(policyMarkFile) || undefined; // an emptied file stands for none
      return text === undefined ? undefined : Marked.parse(JSON.parse(text));
    },
    keep: (marked) => files.replace(policyMarkFile, JSON.stringify(marked)),
    forget: () => files.replace(policyMarkFile, ''),
  };
}
