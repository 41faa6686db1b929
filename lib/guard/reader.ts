import type { Replacement } from '../files/rewrite.ts';
import { call } from '../messaging/client.ts';
import type { Reply } from '../messaging/contract.ts';
import { countParts, joinParts, partAt } from '../messaging/parts.ts';
import { longestChanges, longestPart, mostChanges } from '../vocabulary/limits.ts';
import { CheckStopped, showProgress } from './progress.ts';

/** Messages that are on their way at once. */
const mostAtOnce = 4;

/** What a document says; `partly` where a part of it cannot be read. */
export interface FarDocument {
  readonly text: string;
  readonly partly: boolean;
}

/**
 * The text of a document, read beside the tab; `undefined` where it cannot be looked into. Rejects where no answer comes, and with
 * `CheckStopped` where the person has had enough.
 */
export async function readFar(bytes: Uint8Array): Promise<FarDocument | undefined> {
  return visit(bytes, undefined);
}

/** A copy of a document in which values are replaced, with what it says now; `undefined` where there is none. Rejects where no answer comes. */
export async function rewriteFar(
  bytes: Uint8Array,
  changes: readonly Replacement[],
): Promise<(FarDocument & { readonly copy: Uint8Array<ArrayBuffer> }) | undefined> {
  const distinct = [...new Map(changes.map((change) => [change.value, change])).values()];
  const units = distinct.reduce((sum, { value, mark }) => sum + value.length + mark.length, 0);
  if (distinct.length > mostChanges || units > longestChanges) return undefined;
  if (distinct.some(({ value }) => value.length > longestPart)) return undefined;
  const read = await visit(bytes, distinct);
  return read && { ...read, copy: joinParts(read.copy) };
}

async function visit(bytes: Uint8Array, changes: Replacement[] | undefined) {
  const progress = showProgress('Sluice is reading this file');
  const { signal } = progress;
  const stopped = new Promise<never>((_done, fail) => {
    signal.addEventListener('abort', () => fail(new CheckStopped()));
  });
  try {
    return await Promise.race([visitOnce(bytes, changes, signal), stopped]);
  } finally {
    progress.end();
  }
}

async function visitOnce(bytes: Uint8Array, changes: Replacement[] | undefined, signal: AbortSignal) {
  const parts = countParts(bytes);
  const { id } = answered(await call('document.begin', { parts }));
  const end = () => void call('document.end', { id });
  signal.addEventListener('abort', end);
  try {
    if (signal.aborted) return undefined; // nobody waits for it
    await several(parts, async (place) =>
      answered(await call('document.part', { id, place, data: partAt(bytes, place) })),
    );
    const outcome = answered(
      changes ? await call('document.rewrite', { id, changes }) : await call('document.read', { id }),
    );
    if (!outcome.ok) return undefined;
    const take = (of: 'text' | 'copy') =>
      several(outcome[of], async (place) => answered(await call('document.take', { id, of, place })));
    return { text: (await take('text')).join(''), copy: await take('copy'), partly: outcome.partly };
  } finally {
    end();
  }
}

/** No answer is not an answer: whoever asked tells the person, and nothing is attached. */
function answered<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error('no answer');
  return reply.value;
}

/** Each in a task of its own, so that no file holds the page up. */
async function several<Value>(count: number, ask: (place: number) => Promise<Value>): Promise<readonly Value[]> {
  const values: Value[] = [];
  let next = 0;
  const askNext = async () => {
    while (next < count) {
      const place = next;
      next += 1;
      values[place] = await ask(place);
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, askNext));
  return values;
}
