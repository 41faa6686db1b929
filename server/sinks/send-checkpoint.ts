import { createHash } from 'node:crypto';
import { newestCheckpoints } from '../store/checkpoints.ts';
import { noteCheckpoint } from '../store/sinks.ts';
import type { StoredSink } from '../store/sinks.ts';
import type { Workings } from '../workings.ts';
import { sinkKinds } from './registry.ts';
import { openSink, wordFor } from './send.ts';
import type { Call } from './send.ts';
import type { Problem } from './sink.ts';

/** The newest checkpoint of the audit log, where a sink has a place for it and has not got it yet. */
export async function newCheckpoint({ db }: Workings, sink: StoredSink): Promise<string | undefined> {
  if (sinkKinds.get(sink.kind)?.sendCheckpoint === undefined) return undefined;
  const [newest] = await newestCheckpoints(db, 1);
  return newest === undefined || sink.lastCheckpoint === hashOf(newest.signed) ? undefined : newest.signed;
}

/** Sends it and remembers that. The problem, if there is one. */
export async function sendCheckpoint(workings: Workings, call: Call, signed: string): Promise<Problem | undefined> {
  try {
    const { kind, order } = openSink(workings, call);
    await kind.sendCheckpoint?.({ signed }, order);
  } catch (error) {
    return wordFor(workings, error);
  }
  await noteCheckpoint(workings.db, call.sink.id, hashOf(signed));
  return undefined;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
