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
    names.map((name) => [name, vi.fn(() => Promise.resolve({ ok: true, value: null }))]),
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
    [
      'a page that only says where it is',
      { id: 'own-id', url: 'https://chatgpt.com/' } as unknown as Runtime.MessageSender,
    ],
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
    ]) {
      expect(await route(message, sender())).toEqual({ ok: false, reason: 'unknown-channel' });
    }
  });

  it('answers a handler that throws with one word', async () => {
    const { handlers, route } = setUp();
    handlers['gate.start']!.mockRejectedValueOnce(new Error('details that must not cross'));
    expect(await route({ name: 'gate.start', request: {} }, sender())).toEqual({ ok: false, reason: 'internal' });
  });
});
