import { createHash } from 'node:crypto';
import { AuditCheckpoint, SignedCheckpoint } from '../../lib/contract/audit.ts';
import { newestCheckpoints } from '../store/checkpoints.ts';
import { noteCheckpoint } from '../store/sinks.ts';
import type { StoredSink } from '../store/sinks.ts';
import type { Workings } from '../workings.ts';
import type { CheckpointEvent } from './formats/checkpoint.ts';
import { openSink, version, wordFor } from './send.ts';
import type { Call } from './send.ts';
import type { Problem } from './sink.ts';

/** The newest checkpoint of the audit log, where a sink has not got it yet. */
export async function newCheckpoint({ db }: Workings, sink: StoredSink): Promise<string | undefined> {
  const [newest] = await newestCheckpoints(db, 1);
  return newest === undefined || sink.lastCheckpoint === hashOf(newest.signed) ? undefined : newest.signed;
}

/** Sends it and remembers that. The problem, if there is one. */
export async function sendCheckpoint(workings: Workings, call: Call, signed: string): Promise<Problem | undefined> {
  try {
    const { kind, order } = openSink(workings, call);
    await kind.sendCheckpoint(checkpointEvent(workings, signed), order);
  } catch (error) {
    return wordFor(workings, error);
  }
  await noteCheckpoint(workings.db, call.sink.id, hashOf(signed));
  return undefined;
}

function checkpointEvent({ orgId }: Workings, signed: string): CheckpointEvent {
  const { checkpoint } = SignedCheckpoint.parse(JSON.parse(signed));
  const { at } = AuditCheckpoint.parse(JSON.parse(Buffer.from(checkpoint.payload, 'base64').toString('utf8')));
  return { id: `checkpoint-${hashOf(signed).slice(0, 32)}`, signed, at, orgId, version };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
