import type { OwnSite } from '../auth/own-site.ts';
import { DestinationChanges, DestinationDraft, DestinationMade } from '../alerts/contract.ts';
import { addDestination, changeDestination, listDestinations } from '../alerts/manage.ts';
import { removeDestination, retryDestination, testDestination } from '../alerts/manage.ts';
import type { Answer } from '../alerts/manage.ts';
import { recordAudit } from '../store/audit.ts';
import type { Workings } from '../workings.ts';
import { act, readId, readRequest, within } from './handler.ts';
import type { ConsoleContext, Handler } from './handler.ts';

const mostBytes = 128 * 1024;

/** `GET /api/alert-destinations`: where alerts go, how that is doing, and never a secret. */
export function destinationsHandler(workings: Workings): Handler {
  return async (c) => c.json(await listDestinations(workings));
}

/** `POST /api/alert-destinations`. */
export function addDestinationHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, DestinationDraft, mostBytes);
    if (!request.ok) return request.refusal;
    const added = await act(c, workings, async (queries) => {
      const value = await addDestination(within(workings, queries), request.value);
      return { value, target: value.ok ? value.id : undefined };
    });
    return added.ok ? c.json(DestinationMade.parse({ id: added.id })) : refusal(c, added);
  };
}

/** `PUT /api/alert-destinations/:id`. */
export function changeDestinationHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, DestinationChanges, mostBytes);
    if (!request.ok) return request.refusal;
    return change(c, workings, (own, id) => changeDestination(own, id, request.value));
  };
}

/** `DELETE /api/alert-destinations/:id`: with all that waits for it. */
export function removeDestinationHandler(workings: Workings): Handler {
  return (c) => change(c, workings, removeDestination);
}

/** `POST /api/alert-destinations/:id/retry`: dead letters get their tries again. */
export function retryDestinationHandler(workings: Workings): Handler {
  return (c) => change(c, workings, retryDestination);
}

/** `POST /api/alert-destinations/:id/test`. Outside of a transaction: the receiver may take its time. */
export function testDestinationHandler(workings: Workings, { publicUrl }: OwnSite): Handler {
  return async (c) => {
    const id = readId(c);
    const tested = id === undefined ? undefined : await testDestination(workings, id, { publicUrl: publicUrl() });
    if (id === undefined || tested === undefined) return c.json({ reason: 'not-found' }, 404);
    const event = { actor: c.get('caller').name, action: 'alert-destination-tested', target: id } as const;
    await recordAudit(workings.db, { ...event, now: workings.clock(), detail: { arrived: tested.arrived } });
    return c.json(tested);
  };
}

async function change(
  c: ConsoleContext,
  workings: Workings,
  work: (own: Workings, id: string) => Promise<Answer>,
): Promise<Response> {
  const id = readId(c);
  if (id === undefined) return c.json({ reason: 'not-found' }, 404);
  const changed = await act(c, workings, async (queries) => {
    const value = await work(within(workings, queries), id);
    return { value, target: value.ok ? id : undefined };
  });
  return changed.ok ? c.json({ done: true }) : refusal(c, changed);
}

function refusal(c: ConsoleContext, { reason }: Extract<Answer, { readonly ok: false }>): Response {
  return c.json({ reason }, reason === 'not-found' ? 404 : 422);
}
