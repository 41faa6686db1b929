import { describe, expect, it } from 'vitest';
import { runCanary } from './guard-side.ts';
import { eventNames } from './wire.ts';
import type { CanaryCall } from './wire.ts';

/** The nonces of the canaries that a page heard of. */
function nonces(node: EventTarget): readonly string[] {
  const heard: string[] = [];
  node.addEventListener(eventNames.canary('secret'), (event) => {
    heard.push((JSON.parse((event as CustomEvent<string>).detail) as CanaryCall).nonce);
  });
  return heard;
}

describe('the canary of a frame', () => {
  it('hears its own answer where two are under way, whichever comes first', async () => {
    const node = new EventTarget();
    const heard = nonces(node);
    const runs = Promise.all(['one', 'two'].map((nonce) => runCanary(node, 'secret', { nonce, extent: 'tab' })));
    expect(heard).toEqual(['one', 'two']);
    for (const detail of ['two fetch:0 xhr:0', 'one fetch:1 xhr:1'])
      node.dispatchEvent(new CustomEvent(eventNames.canaryDone('secret'), { detail }));
    expect(await runs).toEqual([
      { tried: ['fetch', 'xhr'], refused: ['fetch', 'xhr'] },
      { tried: ['fetch', 'xhr'], refused: [] },
    ]);
  });

  it('counts as nobody’s where the answer is of no canary that was sent', async () => {
    const node = new EventTarget();
    const run = runCanary(node, 'secret', { nonce: 'one', extent: 'frame' });
    for (const detail of ['fetch:1', 'other fetch:1 xhr:1', 'one fetch:1 beacon:0'])
      node.dispatchEvent(new CustomEvent(eventNames.canaryDone('secret'), { detail }));
    expect(await run).toEqual({ tried: ['fetch', 'beacon'], refused: ['fetch'] });
  });

  it('knows no gate that is not in the list', async () => {
    const node = new EventTarget();
    const run = runCanary(node, 'secret', { nonce: 'one', extent: 'frame' });
    node.dispatchEvent(new CustomEvent(eventNames.canaryDone('secret'), { detail: 'one toString:1 fetch:1 :1' }));
    expect(await run).toEqual({ tried: ['fetch'], refused: ['fetch'] });
  });
});
