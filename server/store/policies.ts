import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { SignedPolicy } from '../../lib/contract/envelope.ts';
import { readRows } from './database.ts';
import type { Queries } from './database.ts';

const PolicyRow = z.object({ epoch: z.int(), seq: z.int(), envelope: z.string(), etag: z.string() });

const NumbersRow = z.object({ epoch: z.int(), seq: z.int() });

export interface PolicyNumbers {
  readonly epoch: number;
  readonly seq: number;
}

export interface StoredPolicy extends PolicyNumbers {
  /** The exact JSON text of a `SignedPolicy`. */
  readonly envelope: string;
  /** A strong entity tag, with its quotes. */
  readonly etag: string;
}

/** The policy in force: the one with the highest `(epoch, seq)`. */
export async function currentPolicy(db: Queries): Promise<StoredPolicy | undefined> {
  const rows = await db.query('SELECT epoch, seq, envelope, etag FROM policies ORDER BY epoch DESC, seq DESC LIMIT 1');
  return readRows(PolicyRow, rows)[0];
}

/** The policy with the highest numbers below these. */
export async function policyBefore(db: Queries, { epoch, seq }: PolicyNumbers): Promise<StoredPolicy | undefined> {
  const rows = await db.query(
    `SELECT epoch, seq, envelope, etag FROM policies
     WHERE epoch < $1::integer OR epoch = $1::integer AND seq < $2::integer ORDER BY epoch DESC, seq DESC LIMIT 1`,
    [epoch, seq],
  );
  return readRows(PolicyRow, rows)[0];
}

/** True when browsers that hold `right` would take `left`. */
export function isHigher(left: PolicyNumbers, right: PolicyNumbers): boolean {
  return left.epoch > right.epoch || (left.epoch === right.epoch && left.seq > right.seq);
}

let additions = 0;

/** Rises with each policy that this process adds: a copy in memory is then read again at once. */
export function countAdditions(): number {
  return additions;
}

/** The numbers of the policy in force, without its text. */
export async function currentNumbers(db: Queries): Promise<PolicyNumbers | undefined> {
  const rows = await db.query('SELECT epoch, seq FROM policies ORDER BY epoch DESC, seq DESC LIMIT 1');
  return readRows(NumbersRow, rows)[0];
}

/** `false` when another process took this `(epoch, seq)` first. */
export async function addPolicy(
  db: Queries,
  { epoch, seq, signed }: { readonly epoch: number; readonly seq: number; readonly signed: SignedPolicy },
): Promise<boolean> {
  const { envelope, etag } = written(signed);
  const rows = await db.query(
    `INSERT INTO policies (epoch, seq, envelope, etag) VALUES ($1::integer, $2::integer, $3, $4)
     ON CONFLICT DO NOTHING RETURNING seq`,
    [epoch, seq, envelope, etag],
  );
  additions += 1;
  return rows.length > 0;
}

/** The same policy with other delegations around it: browsers fetch it again and take it, because its bytes are the same. */
export async function replaceEnvelope(db: Queries, { epoch, seq }: PolicyNumbers, signed: SignedPolicy): Promise<void> {
  const { envelope, etag } = written(signed);
  await db.query('UPDATE policies SET envelope = $3, etag = $4 WHERE epoch = $1::integer AND seq = $2::integer', [
    epoch,
    seq,
    envelope,
    etag,
  ]);
  additions += 1;
}

function written(signed: SignedPolicy): Pick<StoredPolicy, 'envelope' | 'etag'> {
  const envelope = JSON.stringify(signed);
  return { envelope, etag: `"${createHash('sha256').update(envelope).digest('base64url')}"` };
}

export async function findPolicy(db: Queries, epoch: number, seq: number): Promise<StoredPolicy | undefined> {
  const rows = await db.query(
    'SELECT epoch, seq, envelope, etag FROM policies WHERE epoch = $1::integer AND seq = $2::integer',
    [epoch, seq],
  );
  return readRows(PolicyRow, rows)[0];
}

/** The newest first. */
export async function listPolicies(db: Queries, limit: number): Promise<readonly StoredPolicy[]> {
  const rows = await db.query(
    'SELECT epoch, seq, envelope, etag FROM policies ORDER BY epoch DESC, seq DESC LIMIT $1::integer',
    [limit],
  );
  return readRows(PolicyRow, rows);
}
