import * as z from 'zod/mini';
import { addSink, changeSink, listSinks, removeSink, replay, retryDead, testSink } from '../sinks/manage.ts';
import type { Answer } from '../sinks/manage.ts';
import { sinkKinds } from '../sinks/registry.ts';
import { recordAudit } from '../store/audit.ts';
import { sinkProblems } from '../vocabulary.ts';
import type { Workings } from '../workings.ts';
import { ReplayRequest, SinkList } from './sinks-contract.ts';
import type { SinkTested } from './sinks-contract.ts';
import { act, readId, readRequest, within } from './handler.ts';
import type { ConsoleContext, Handler } from './handler.ts';

/** In the order in which people are offered them. */
const sinkForms = [...sinkKinds.values()].map(({ kind, title, form }) => ({ kind, title, form }));

const mostBytes = 128 * 1024;
const Anything = z.record(z.string(), z.unknown());

/** `GET /api/sinks`: where incidents go, how that is doing, and never a secret. */
export function sinksHandler(workings: Workings): Handler {
  return async (c) => c.json(SinkList.parse({ sinks: await listSinks(workings), kinds: sinkForms }));
}

/** `POST /api/sinks`. */
export function addSinkHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, Anything, mostBytes);
    if (!request.ok) return request.refusal;
    const added = await act(c, workings, async (queries) => {
      const value = await addSink(within(workings, queries), request.value);
      return { value, target: value.ok ? value.id : undefined };
    });
    return added.ok ? c.json({ id: added.id }) : refusal(c, added);
  };
}

/** `PUT /api/sinks/:id`. */
export function changeSinkHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, Anything, mostBytes);
    if (!request.ok) return request.refusal;
    return change(c, workings, (own, id) => changeSink(own, id, request.value));
  };
}

/** `DELETE /api/sinks/:id`: with all that waits for it. */
export function removeSinkHandler(workings: Workings): Handler {
  return (c) => change(c, workings, removeSink);
}

/** `POST /api/sinks/:id/retry`: dead letters get their tries again. */
export function retryHandler(workings: Workings): Handler {
  return (c) => change(c, workings, retryDead);
}

/** `POST /api/sinks/:id/replay`: what is kept of these days, once more. */
export function replayHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, ReplayRequest);
    if (!request.ok) return request.refusal;
    return change(c, workings, (own, id) => replay(own, id, request.value), request.value);
  };
}

const Problem = z.enum(sinkProblems);

/** `POST /api/sinks/:id/test`: one event that says it is a test. Outside of a transaction: the receiver may take its time. */
export function testSinkHandler(workings: Workings): Handler {
  return async (c) => {
    const id = readId(c);
    const known = await listSinks(workings);
    if (id === undefined || !known.some((sink) => sink.id === id)) return c.json({ reason: 'not-found' }, 404);
    const tested = await testSink(workings, id);
    const event = { actor: c.get('caller').name, action: 'sink-tested', target: id, now: workings.clock() } as const;
    await recordAudit(workings.db, { ...event, detail: { arrived: tested.ok } });
    const problem = tested.ok ? null : (Problem.safeParse(tested.reason).data ?? 'sink-failed');
    return c.json({ arrived: tested.ok, problem } satisfies SinkTested);
  };
}

async function change(
  c: ConsoleContext,
  workings: Workings,
  work: (own: Workings, id: string) => Promise<Answer>,
  detail?: Readonly<Record<string, string>>,
): Promise<Response> {
  const id = readId(c);
  if (id === undefined) return c.json({ reason: 'not-found' }, 404);
  const changed = await act(c, workings, async (queries) => {
    const value = await work(within(workings, queries), id);
    return { value, target: value.ok ? id : undefined, ...(detail && { detail }) };
  });
  return changed.ok ? c.json({ done: true }) : refusal(c, changed);
}

function refusal(c: ConsoleContext, { reason }: Extract<Answer, { readonly ok: false }>): Response {
  if (reason === 'not-found') return c.json({ reason }, 404);
  return c.json({ reason: reason === 'unknown-kind' ? 'bad-request' : reason }, reason === 'bad-request' ? 400 : 422);
}
