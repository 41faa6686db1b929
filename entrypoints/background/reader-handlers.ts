import type { Browser } from 'webextension-polyfill';
import type { Reply } from '../../lib/messaging/contract.ts';
import { createReaderPage } from '../../lib/messaging/reader-page.ts';
import type { DocumentOutcome, FarScanState } from '../../lib/messaging/reader-page.ts';
import type { Handlers } from '../../lib/messaging/router.ts';
import { createTurns } from '../../lib/messaging/turns.ts';
import { policyVersion } from '../../lib/policy/in-force.ts';
import type { PolicyInForce } from '../../lib/policy/in-force.ts';

/** What goes on to the page that nobody sees. It answers nothing for a turn that is over. */
export function createReaderHandlers(browser: Browser, policyInForce: () => Promise<PolicyInForce>) {
  const turns = createTurns(createReaderPage(browser));
  browser.tabs.onRemoved.addListener((tabId) => turns.leave({ tabId, frameId: 0 }));
  browser.webNavigation.onCommitted.addListener(turns.leave);
  const end = ({ id }: { readonly id: string }) => {
    turns.end(id);
    return Promise.resolve(done(true));
  };
  return {
    'document.begin': async ({ parts }, origin) =>
      reply({ id: await turns.begin({ reader: 'document-begin', parts }, origin) }),
    'document.part': async ({ id, place, data }) => done(await turns.ask(id, { reader: 'document-part', place, data })),
    'document.read': async ({ id }) =>
      reply((await turns.ask(id, { reader: 'document-read', changes: undefined })) as DocumentOutcome | undefined),
    'document.rewrite': async ({ id, changes }) =>
      reply((await turns.ask(id, { reader: 'document-read', changes })) as DocumentOutcome | undefined),
    'document.take': async ({ id, of, place }) =>
      reply((await turns.ask(id, { reader: 'document-take', of, place })) as string | undefined),
    'document.end': end,
    'scan.begin': async ({ policy, parts }, origin) => {
      const inForce = await policyInForce();
      if (policyVersion(inForce) !== policy) return refused;
      return reply({ id: await turns.begin({ reader: 'scan-begin', inForce, parts }, origin) });
    },
    'scan.part': async ({ id, place, text }) => done(await turns.ask(id, { reader: 'scan-part', place, text })),
    'scan.wait': async ({ id }) => reply((await turns.ask(id, { reader: 'scan-wait' })) as FarScanState | undefined),
    'scan.end': end,
  } satisfies Partial<Handlers>;
}

const refused = { ok: false, reason: 'bad-request' } as const;

function reply<T>(value: T | undefined): Reply<T> {
  return value === undefined || value === null ? refused : { ok: true, value }; // `undefined` may arrive as `null`
}

function done(answer: unknown): Reply<null> {
  return answer === true ? { ok: true, value: null } : refused;
}
