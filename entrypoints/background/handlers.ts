import type { Browser } from 'webextension-polyfill';
import type { Failure, LedgerPage, Reply, Status } from '../../lib/messaging/contract.ts';
import type { Handlers } from '../../lib/messaging/router.ts';
import { readCounter } from '../../lib/storage/counters.ts';
import { readLedger } from '../../lib/storage/ledger.ts';
import { answer, dismiss, giveName, isOpen, readMessages } from '../../lib/storage/messages.ts';
import { waitingReplies } from '../../lib/sync/send-replies.ts';
import type { Keeper, Parts } from './keeper.ts';
import { createReaderHandlers } from './reader-handlers.ts';
import type { Shield } from './shield.ts';

export interface HandlerOptions {
  readonly browser: Browser;
  readonly shield: Shield;
  readonly keeper: Keeper;
}

const ledgerPage = 50;
const recentShown = 20;

/** What answers each channel of the service worker. */
export function createHandlers({ browser, shield, keeper }: HandlerOptions): Handlers {
  const withParts = async <R extends Reply<unknown>>(
    use: (parts: Parts) => Promise<R>,
  ): Promise<R | ReturnType<typeof no>> => {
    try {
      return await use(await keeper.parts);
    } catch {
      return no('storage-failed');
    }
  };
  const say = (put: (parts: Parts) => Promise<boolean>) =>
    withParts(async (parts) => {
      if (!(await put(parts))) return no('bad-request');
      keeper.tickSoon();
      return yes(null);
    });
  return {
    'gate.start': (_request, origin) =>
      withParts(async ({ sync, recorder }) => {
        // The page is new: a dialog that stood in this tab is gone with the one before.
        if (origin?.frameId === 0) await recorder.abandon(origin.tabId);
        return yes(sync.policyInForce());
      }),
    'gate.checkIn': async (checkIn, origin) =>
      origin ? yes(await shield.checkIn(checkIn, origin)) : no('sender-refused'),
    'network.ready': async () => {
      await keeper.parts;
      await shield.ready;
      return yes({ policy: shield.policyVersion() });
    },
    'ticket.file': async (ticket, origin) => {
      if (!origin) return no('sender-refused');
      // A worker that was stopped has its policy again before a request goes on.
      await keeper.parts;
      await shield.fileTicket(ticket, origin);
      return yes(null);
    },
    'drift.note': async ({ kind }, origin) => {
      if (!origin) return no('sender-refused');
      await shield.noteDrift(kind, origin);
      return yes(null);
    },
    'engine.inject': async (_request, origin) => {
      if (!origin) return no('sender-refused');
      const { tabId, frameId, documentId } = origin;
      await browser.scripting.executeScript({
        target: documentId === undefined ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] },
        files: ['content-scripts/engine.js'],
        injectImmediately: true,
      });
      return yes(null);
    },
    'dialog.inject': async (_request, origin) => {
      if (!origin) return no('sender-refused');
      await browser.scripting.executeScript({
        target: { tabId: origin.tabId, frameIds: [0] },
        files: ['content-scripts/dialog.js'],
      });
      return yes(null);
    },
    ...createReaderHandlers(browser, async () => (await keeper.parts).sync.policyInForce()),
    'incident.draft': (draft, origin) =>
      withParts(async ({ recorder }) => yes({ id: await recorder.draft(draft, origin?.tabId ?? -1) })),
    'incident.settle': (settlement) =>
      withParts(async ({ recorder }) => {
        if (!(await recorder.settle(settlement))) return no('bad-request');
        keeper.tickSoon();
        return yes(null);
      }),
    'incident.record': ({ outcome, ...draft }) =>
      withParts(async ({ recorder }) => {
        await recorder.record(draft, outcome);
        keeper.tickSoon();
        return yes(null);
      }),
    'status.get': () => withParts(async (parts) => yes(await statusOf(parts, shield))),
    'ledger.list': ({ before }) => withParts(async (parts) => yes(await ledgerOf(parts, before))),
    'message.list': () => withParts(async ({ db, sync }) => yes(await readMessages(db, sync.orgId()))),
    'message.answer': ({ id, answer: given }) => say(({ db }) => answer(db, id, given)),
    'message.name': ({ id, name }) => say(({ db }) => giveName(db, id, name)),
    'message.dismiss': ({ id }) => say(({ db }) => dismiss(db, id)),
    'join.submit': ({ code }) =>
      withParts(async ({ sync }) => {
        const joined = await sync.join(code);
        if (!joined.ok) return no(joined.reason);
        void keeper.tick();
        return yes({ orgId: joined.orgId });
      }),
  };
}

function yes<T>(value: T): Reply<T> {
  return { ok: true, value };
}

function no(reason: Failure): { readonly ok: false; readonly reason: Failure } {
  return { ok: false, reason };
}

async function statusOf({ db, recorder, sync }: Parts, shield: Shield): Promise<Status> {
  await shield.ready;
  const { blobs: _forTabs, ...policy } = sync.policyInForce();
  return {
    protection: shield.protection(),
    policy,
    membership: await sync.membership(),
    recent: await recorder.recent(recentShown),
    waiting: (await recorder.waiting()).length,
    dropped: await readCounter(db, 'dropped'),
    messages: (await readMessages(db, sync.orgId())).filter((message) => isOpen(message, Date.now())).length,
  };
}

async function ledgerOf({ db, recorder, sync }: Parts, before: number | undefined): Promise<LedgerPage> {
  const replies = waitingReplies(await readMessages(db, sync.orgId()));
  return {
    lines: await readLedger(db, { before, limit: ledgerPage }),
    total: await db.ledger.count(),
    polls: await readCounter(db, 'polls'),
    waiting: [...(await recorder.waiting()).map(({ event }) => event), ...replies.map(({ body }) => body)],
    incidents: await recorder.recent(200),
  };
}
