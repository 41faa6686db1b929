import { describe, expect, it } from 'vitest';
import type { CanaryRun } from '../bridge/guard-side.ts';
import type { Ask } from '../bridge/wire.ts';
import { canarySocketUrl, canaryText, canaryUrl } from '../sites/chatgpt/hosts.ts';
import type { PageGate } from '../vocabulary/page-gates.ts';
import { createCanaryWatch } from './canary-watch.ts';
import { tryGates } from './check-in.ts';

const nonce = '0123456789abcdef'.repeat(2);
const text = canaryText(nonce);

function ask(changes: Partial<Ask>): Ask {
  const call = { id: 1, way: 'fetch', method: 'POST', type: '', encoding: '', account: '', wait: true } as const;
  return { ...call, url: `${canaryUrl}/${nonce}/fetch`, kind: 'text', body: text, ...changes };
}

function expecting() {
  const watch = createCanaryWatch();
  watch.expect(nonce, 'refuse');
  return watch;
}

describe('the watch of canaries', () => {
  it('refuses what is tried and knows at which gate it was asked', async () => {
    const watch = expecting();
    expect(watch.rulingOn(ask({}))).toBe('refuse');
    const inAddress = { way: 'address', kind: 'none', body: '' } as const;
    expect(watch.rulingOn(ask({ ...inAddress, url: `${canaryUrl}/${nonce}/image?${text}` }))).toBe('refuse');
    expect(watch.rulingOn(ask({ ...inAddress, url: `${canarySocketUrl}/${nonce}/socket-address?${text}` }))).toBe(
      'refuse',
    );
    expect(await watch.asked(nonce, ['fetch'])).toEqual(new Set(['fetch', 'image', 'socket-address']));
  });

  it('knows a frame by its words, whatever its socket', async () => {
    const watch = expecting();
    for (const way of ['socket', 'channel'] as const)
      expect(watch.rulingOn(ask({ way, url: 'https://chatgpt.com/realtime/channel' }))).toBe('refuse');
    expect(await watch.asked(nonce, [])).toEqual(new Set(['channel', 'socket-frame']));
  });

  it('does not count a gate that asked without the whole text, or under a name of its own', async () => {
    const watch = expecting();
    expect(watch.rulingOn(ask({ body: text.slice(0, -1) }))).toBe('refuse');
    expect(watch.rulingOn(ask({ url: `${canaryUrl}/${nonce}/toString` }))).toBe('refuse');
    expect(await watch.asked(nonce, [])).toEqual(new Set());
  });

  it('waits a moment for a gate that reads its bytes first', async () => {
    const watch = expecting();
    setTimeout(() => watch.rulingOn(ask({ way: 'beacon', url: `${canaryUrl}/${nonce}/beacon` })), 20);
    expect(await watch.asked(nonce, ['beacon'])).toEqual(new Set(['beacon']));
  });

  it('refuses a reserved address that no test sent, and judges a frame that no test sent as any other', () => {
    const watch = createCanaryWatch();
    expect(watch.rulingOn(ask({}))).toBe('refuse');
    expect(watch.rulingOn(ask({ way: 'socket', url: 'wss://ws.chatgpt.com/x' }))).toBeUndefined();
    expect(watch.rulingOn(ask({ url: 'https://chatgpt.com/backend-api/memories' }))).toBeUndefined();
  });

  it('lets the one for the network gate go, and nothing of it once it is forgotten', () => {
    const watch = createCanaryWatch();
    watch.expect(nonce, 'pass');
    expect(watch.rulingOn(ask({ url: `${canaryUrl}/${nonce}` }))).toBe('pass');
    watch.forget(nonce);
    expect(watch.rulingOn(ask({ url: `${canaryUrl}/${nonce}` }))).toBe('refuse');
  });
});

describe('the test of a frame’s gates', () => {
  /** A page whose gates ask, or do not, and that sees the others refuse. */
  function testOf(run: CanaryRun, asking: readonly PageGate[]) {
    const canaries = createCanaryWatch();
    const runCanary = ({ nonce: own }: { readonly nonce: string }) => {
      for (const gate of asking) canaries.rulingOn(ask({ url: `${canaryUrl}/${own}/${gate}`, body: canaryText(own) }));
      return Promise.resolve(run);
    };
    return tryGates({ runCanary }, canaries, 'tab');
  }

  it('finds nothing where every gate asked and refused', async () => {
    const tried = ['fetch', 'beacon'] as const;
    expect(await testOf({ tried, refused: tried }, tried)).toMatchObject({ tried, missing: [], leaking: [] });
  });

  it('finds a gate missing that looked like one that refuses, and asked nobody', async () => {
    const tried = ['fetch', 'beacon'] as const;
    const found = await testOf({ tried, refused: tried }, ['fetch']);
    expect(found).toMatchObject({ missing: ['beacon'], leaking: [] });
  });

  it('finds a gate leaking that asked, and did not do what it was told', async () => {
    const tried = ['fetch', 'beacon'] as const;
    const found = await testOf({ tried, refused: ['beacon'] }, tried);
    expect(found).toMatchObject({ missing: [], leaking: ['fetch'] });
  });

  it('has tried nothing where the page did not answer', async () => {
    expect(await testOf({ tried: [], refused: [] }, [])).toMatchObject({ tried: [], missing: [], leaking: [] });
  });
});
