import { emptyAuditHead, readCheckpoint } from '../../lib/contract/audit.ts';
import type { AuditCheckpoint, AuditState, SignedCheckpoint } from '../../lib/contract/audit.ts';
import type { KeyRing } from '../../lib/contract/envelope.ts';
import { openDelegation } from '../../lib/contract/signed-policy.ts';
import { auditHash } from '../store/audit.ts';
import { AuditEntry } from './entry.ts';
import { AuditLine } from './export.ts';
import type { OutsideCheckpoint } from './outside.ts';

export interface Verified {
  readonly orgId: string;
  readonly entries: number;
  readonly checkpoints: number;
  /** Entries that a checkpoint stands behind; whoever writes to the database could have changed those after them. */
  readonly signed: number;
  /** The moment of the newest checkpoint: a log that was cut off at it looks whole. `null` without one. */
  readonly signedAt: string | null;
  /** The end of the chain, to compare with what a SIEM or a browser has seen. */
  readonly head: string;
  /** One sentence for each thing that is wrong; empty when the log holds. */
  readonly problems: readonly string[];
}

const mostProblems = 20;
/** One, and what a start, a sleeping machine or a slow round may add. */
const longestUnsignedHours = 3;

/**
 * Recomputes an exported audit log without its endpoint: each hash, each number, and each checkpoint down to the root key. `outside`
 * are checkpoints that others kept: only they tell a log that was cut off together with its own.
 */
export async function verifyAudit(
  lines: AsyncIterable<string> | Iterable<string>,
  roots: KeyRing,
  outside: readonly OutsideCheckpoint[] = [],
): Promise<Verified> {
  const log = new Replay(roots);
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() !== '') await log.take(line, number);
  }
  for (const [index, checkpoint] of outside.entries()) await log.compare(checkpoint, index + 1);
  return log.result(number);
}

class Replay {
  readonly #roots: KeyRing;
  readonly #heads: string[] = [emptyAuditHead];
  readonly #problems: string[] = [];
  #orgId = '';
  #checkpoints = 0;
  #signedAt: string | null = null;
  /** The moment of each entry, milliseconds since 1970; 0 where it cannot be read. */
  readonly #moments: number[] = [0];
  #newest: AuditState = { size: 0, head: emptyAuditHead };

  constructor(roots: KeyRing) {
    this.#roots = roots;
  }

  async take(text: string, number: number): Promise<void> {
    const line = AuditLine.safeParse(parse(text)).data;
    if (line === undefined) this.#report(`Line ${number} is no line of an audit log.`);
    else if ('log' in line) this.#orgId = line.orgId;
    else if ('entry' in line) this.#entry(line, number);
    else await this.#checkpoint(line.signed, number);
  }

  /** A checkpoint from outside need not be in the log, but the log has to hold what it says. */
  async compare(outside: OutsideCheckpoint, number: number): Promise<void> {
    const name = `The checkpoint from outside in line ${number}`;
    const read =
      'seen' in outside ? { checkpoint: { ...outside.seen, earlier: [] } } : await this.#open(outside.signed);
    if ('flaw' in read) {
      this.#report(`${name} says nothing: ${read.flaw}.`);
      return;
    }
    if (read.checkpoint.orgId !== this.#orgId) {
      this.#report(`${name} is another organisation’s.`);
      return;
    }
    const { size } = read.checkpoint;
    const entries = this.#heads.length - 1;
    const other = this.#contradicted(read.checkpoint);
    if (other !== undefined) this.#report(`${name} knows another entry ${other.size} than the log.`);
    else if (size > entries) this.#report(`${name} knows ${size} entries, and the log ends after ${entries}.`);
  }

  result(lines: number): Verified {
    const size = this.#heads.length - 1;
    if (lines > 0 && this.#orgId === '') this.#report('The first line does not say whose log it is.');
    if (lines === 0) this.#report('The file is empty.');
    if (this.#checkpoints === 0) this.#report('No checkpoint stands behind the log, so its end proves nothing.');
    if (this.#newest.size > size)
      this.#report(`Entries ${size + 1} to ${this.#newest.size} are missing at the end: a checkpoint knows them.`);
    this.#checkTail(size);
    return {
      orgId: this.#orgId,
      entries: size,
      checkpoints: this.#checkpoints,
      signed: Math.min(this.#newest.size, size),
      signedAt: this.#signedAt,
      head: this.#heads.at(-1) ?? emptyAuditHead,
      problems: this.#problems,
    };
  }

  /** The endpoint signs each hour. A longer end without a checkpoint is one whose checkpoints were taken away. */
  #checkTail(size: number): void {
    const first = this.#newest.size + 1;
    if (this.#checkpoints === 0 || first > size) return;
    const hours = ((this.#moments[size] ?? 0) - (this.#moments[first] ?? 0)) / 3_600_000;
    if (hours > longestUnsignedHours)
      this.#report(`Entries ${first} to ${size}, of ${Math.floor(hours)} hours, stand behind no checkpoint.`);
  }

  #entry({ entry, hash }: { readonly entry: string; readonly hash: string }, number: number): void {
    const seq = this.#heads.length;
    const read = AuditEntry.safeParse(parse(entry)).data;
    const expected = auditHash(this.#heads.at(-1) ?? '', entry);
    if (read === undefined) this.#report(`Line ${number}: the entry cannot be read.`);
    else if (read.seq !== seq) this.#report(`Line ${number}: entry ${seq} was expected, ${read.seq} is there.`);
    else if (JSON.stringify(JSON.parse(entry)) !== entry)
      this.#report(`Line ${number}: entry ${seq} is not written as an endpoint writes it.`);
    if (hash !== expected) this.#report(`Line ${number}: entry ${seq} does not continue the chain.`);
    this.#heads.push(hash);
    this.#moments.push(read === undefined ? 0 : Date.parse(read.at));
  }

  async #checkpoint(signed: SignedCheckpoint, number: number): Promise<void> {
    const problem = await this.#flawOf(signed);
    if (problem !== undefined) this.#report(`Line ${number}: ${problem}.`);
  }

  async #flawOf(signed: SignedCheckpoint): Promise<string | undefined> {
    const read = await this.#open(signed);
    if ('flaw' in read) return read.flaw;
    const { checkpoint } = read;
    this.#checkpoints += 1;
    const other = this.#contradicted(checkpoint);
    if (other !== undefined) return `the checkpoint knows another entry ${other.size} than the log`;
    if (checkpoint.size < this.#newest.size) return 'the log was shorter than it had been before';
    this.#newest = checkpoint;
    this.#signedAt = checkpoint.at;
    return undefined;
  }

  /** Down to the root key. */
  async #open(signed: SignedCheckpoint): Promise<{ readonly checkpoint: AuditCheckpoint } | { readonly flaw: string }> {
    const delegated = await openDelegation(signed.delegation, this.#roots);
    if (!delegated.ok) return { flaw: 'no given root key stands behind the checkpoint' };
    const { delegation, signer } = delegated;
    if (delegation.groups !== undefined) return { flaw: 'the checkpoint’s signer may sign policies for groups alone' };
    const checkpoint = await readCheckpoint(signed.checkpoint, { keyid: delegation.keyid, key: signer });
    if (checkpoint === undefined) return { flaw: 'the checkpoint’s signature does not hold' };
    if (checkpoint.orgId !== this.#orgId || delegation.orgId !== this.#orgId)
      return { flaw: 'the checkpoint is another organisation’s' };
    if (Date.parse(checkpoint.at) > Date.parse(delegation.notAfter))
      return { flaw: 'the checkpoint’s signer was not allowed to sign any more' };
    return { checkpoint };
  }

  #contradicted(checkpoint: Pick<AuditCheckpoint, 'size' | 'head' | 'earlier'>): AuditState | undefined {
    return [checkpoint, ...checkpoint.earlier].find(({ size, head }) => (this.#heads[size] ?? head) !== head);
  }

  #report(problem: string): void {
    if (this.#problems.length < mostProblems) this.#problems.push(problem);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema then refuses it
  }
}
