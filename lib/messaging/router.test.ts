import { describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { channels } from './contract.ts';
import type { ChannelName } from './contract.ts';
import { createRouter } from './router.ts';
import type { Handlers } from './router.ts';

const rules = {
  extensionId: 'own-id',
  extensionOrigin: 'chrome-extension://own-id',
  isProductHost: (host: string) => host === 'chatgpt.com',
};
const chat = {
  id: 'own-id',
  origin: 'https://chatgpt.com',
  frameId: 0,
  tab: { id: 7, url: 'https://chatgpt.com/c/1' },
};
const sender = (change: object = {}) => ({ ...chat, ...change }) as unknown as Runtime.MessageSender;
const popup = {
  id: 'own-id',
  origin: 'chrome-extension://own-id',
  url: 'chrome-extension://own-id/popup.html',
} as unknown as Runtime.MessageSender;
const draft = {
  surface: 'composer',
  action: 'redact',
  findings: [
    {
      detector: 'github-token',
      version: 1,
      rule: 'credentials',
      category: 'credential',
      severity: 'high',
      action: 'redact',
      count: 1,
    },
  ],
  length: '<100',
  ring: 'composer',
  urgent: false,
};

function setUp() {
  const names = Object.keys(channels) as ChannelName[];
  const handlers = Object.fromEntries(
    names.map((name) => [name, vi.fn((..._call: unknown[]) => Promise.resolve({ ok: true, value: null }))]),
  );
  return { handlers, route: createRouter(handlers as unknown as Handlers, rules) };
}

describe('the router', () => {
  it('refuses an incident that carries prompt text, without calling anybody', async () => {
    const { handlers, route } = setUp();
    for (const request of [
      { ...draft, prompt: 'hello' },
      { ...draft, findings: [{ ...draft.findings[0], text: 'x' }] },
    ]) {
      expect(await route({ name: 'incident.draft', request }, sender())).toEqual({ ok: false, reason: 'bad-request' });
    }
    expect(handlers['incident.draft']).not.toHaveBeenCalled();
  });

  it('takes the same incident without it', async () => {
    const { handlers, route } = setUp();
    expect(await route({ name: 'incident.draft', request: draft }, sender())).toEqual({ ok: true, value: null });
    expect(handlers['incident.draft']).toHaveBeenCalledWith(draft, { tabId: 7, frameId: 0 });
  });

  it.each([
    ['another extension', sender({ id: 'other-id' })],
    ['another site', sender({ origin: 'https://evil.example', tab: { id: 7, url: 'https://evil.example/' } })],
    ['the product without TLS', sender({ origin: 'http://chatgpt.com', tab: { id: 7, url: 'http://chatgpt.com/' } })],
    ['a page that only says where it is', { id: 'own-id', url: 'https://chatgpt.com/' }],
    ['a foreign frame inside the product', sender({ origin: 'https://evil.example', frameId: 4 })],
    [
      'a sandboxed frame of another site',
      sender({ origin: 'null', frameId: 4, tab: { id: 7, url: 'https://evil.example/' } }),
    ],
    ['a page without a frame number', sender({ frameId: undefined })],
    ['a host that only ends like the product', sender({ origin: 'https://notchatgpt.com' })],
    ['an extension page', popup],
  ])('refuses %s on a channel of content scripts', async (_who, from) => {
    const { handlers, route } = setUp();
    expect(await route({ name: 'incident.draft', request: draft }, from)).toEqual({
      ok: false,
      reason: 'sender-refused',
    });
    expect(handlers['incident.draft']).not.toHaveBeenCalled();
  });

  it('keeps the employee’s pages to the extension’s own', async () => {
    const { route } = setUp();
    expect(await route({ name: 'status.get', request: {} }, popup)).toEqual({ ok: true, value: null });
    expect(await route({ name: 'status.get', request: {} }, sender())).toEqual({ ok: false, reason: 'sender-refused' });
  });

  it('refuses a page of ours that another page frames', async () => {
    const { handlers, route } = setUp();
    const refused = { ok: false, reason: 'sender-refused' };
    const framed = { ...popup, frameId: 2, tab: { id: 7, url: 'https://evil.example/' } };
    const top = { ...popup, frameId: 0, tab: { id: 7, url: 'chrome-extension://own-id/popup.html' } };
    const other = { ...popup, frameId: 0, tab: { id: 7, url: 'https://evil.example/' } };
    for (const from of [framed, other]) {
      expect(await route({ name: 'status.get', request: {} }, from as unknown as Runtime.MessageSender)).toEqual(
        refused,
      );
    }
    expect(handlers['status.get']).not.toHaveBeenCalled();
    expect(await route({ name: 'status.get', request: {} }, top as unknown as Runtime.MessageSender)).toEqual({
      ok: true,
      value: null,
    });
  });

  it('tells the handler tab, frame and document, and nothing that the sender said itself', async () => {
    const { handlers, route } = setUp();
    await route({ name: 'gate.start', request: {} }, sender({ documentId: 'D1', url: 'https://chatgpt.com/c/2' }));
    expect(handlers['gate.start']!.mock.calls).toStrictEqual([[{}, { tabId: 7, frameId: 0, documentId: 'D1' }]]);
  });

  it('lets a blank frame of the product speak, but not open the dialog', async () => {
    const { route } = setUp();
    const blank = sender({ origin: 'null', frameId: 3 });
    expect(await route({ name: 'gate.start', request: {} }, blank)).toEqual({ ok: true, value: null });
    expect(await route({ name: 'dialog.inject', request: {} }, blank)).toEqual({ ok: false, reason: 'sender-refused' });
  });

  it('knows its own channels only', async () => {
    const { route } = setUp();
    for (const message of [
      undefined,
      null,
      3,
      {},
      { name: 'toString', request: {} },
      { name: '__proto__', request: {} },
      { name: 'gate.start', request: {}, more: 1 },
    ]) {
      expect(await route(message, sender())).toEqual({ ok: false, reason: 'unknown-channel' });
    }
  });

  it('answers a handler that throws with one word', async () => {
    const { handlers, route } = setUp();
    handlers['gate.start']!.mockRejectedValueOnce(new Error('details that must not cross'));
    expect(await route({ name: 'gate.start', request: {} }, sender())).toEqual({ ok: false, reason: 'internal' });
    handlers['gate.start']!.mockImplementationOnce(() => {
      throw new Error('before any promise');
    });
    expect(await route({ name: 'gate.start', request: {} }, sender())).toEqual({ ok: false, reason: 'internal' });
  });
});
