import { describe, expect, it } from 'vitest';
import type { Storage } from 'webextension-polyfill';
import { createTickets } from './tickets.ts';

/** Session storage as a browser gives it: values are copies. */
function sessionStorage(): Storage.StorageArea {
  let stored = '{}';
  return {
    get: (key: string) => Promise.resolve({ [key]: (JSON.parse(stored) as Record<string, unknown>)[key] }),
    set: (items: Record<string, unknown>) => {
      stored = JSON.stringify({ ...(JSON.parse(stored) as Record<string, unknown>), ...items });
      return Promise.resolve();
    },
  } as unknown as Storage.StorageArea;
}

const request = {
  tabId: 7,
  frameId: 0,
  url: 'https://chatgpt.com/backend-api/f/conversation',
  method: 'POST',
  length: 120,
  digest: 'ab'.repeat(32),
  policy: '1.4',
};
const ticket = { ...request, verdict: 'allowed' as const };

describe('tickets', () => {
  it('let one request pass, once', () => {
    const tickets = createTickets(sessionStorage());
    tickets.file(ticket);
    expect(tickets.take(request)).toMatchObject({ verdict: 'allowed' });
    expect(tickets.take(request)).toBeUndefined();
  });

  it('fit only their tab, frame, address, method, body and policy', () => {
    const tickets = createTickets(sessionStorage());
    tickets.file(ticket);
    expect(tickets.take({ ...request, tabId: -1 })).toBeUndefined();
    expect(tickets.take({ ...request, url: `${request.url}?x` })).toBeUndefined();
    expect(tickets.take({ ...request, method: 'PUT' })).toBeUndefined();
    expect(tickets.take({ ...request, length: 121 })).toBeUndefined();
    expect(tickets.take({ ...request, frameId: 3 })).toBeUndefined();
    expect(tickets.take({ ...request, digest: 'cd'.repeat(32) })).toBeUndefined();
    expect(tickets.take({ ...request, policy: '1.5' })).toBeUndefined();
    expect(tickets.take(request)).toBeDefined();
  });

  it('fit a body of unknown length', () => {
    const tickets = createTickets(sessionStorage());
    tickets.file(ticket);
    expect(tickets.take({ ...request, length: -1 })).toBeDefined();
  });

  it('end', () => {
    let now = 0;
    const tickets = createTickets(sessionStorage(), () => now);
    tickets.file(ticket);
    now = 30_001;
    expect(tickets.take(request)).toBeUndefined();
  });

  it('outlive the service worker, and a used one does not come back', async () => {
    const session = sessionStorage();
    const first = createTickets(session);
    first.file(ticket);
    first.file({ ...ticket, length: 5 });
    first.take(request);
    const second = createTickets(session);
    await second.restore();
    expect(second.take(request)).toBeUndefined();
    expect(second.take({ ...request, length: 5 })).toBeDefined();
  });

  it('ignore what is no ticket in storage', async () => {
    const session = sessionStorage();
    await session.set({ tickets: [null, 3, { tabId: 'x' }] });
    const tickets = createTickets(session);
    await tickets.restore();
    expect(tickets.take({ ...request, length: -1 })).toBeUndefined();
  });
});
