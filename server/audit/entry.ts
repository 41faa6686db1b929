import * as z from 'zod/mini';
import { auditActions } from '../vocabulary.ts';

/** One entry of the audit log, as it is hashed and as the console shows it. */
export const AuditEntry = z.strictObject({
  seq: z.int(),
  at: z.iso.datetime(),
  actor: z.string(),
  action: z.enum(auditActions),
  target: z.string(),
  detail: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
