import { describe, expect, it } from 'vitest';
import { runCanary } from './guard-side.ts';
import { eventNames } from './wire.ts';

describe('the canary of a frame', () => {
  it('hears its own answer where two are under way, whichever comes first', async () => {
    const node = new EventTarget();
    const asked: string[] = [];
    node.addEventListener(eventNames.canary('secret'), (event) => asked.push((event as CustomEvent<string>).detail));
    const runs = Promise.all(['one', 'two'].map((nonce) => runCanary(node, 'secret', nonce)));
    expect(asked).toEqual(['one', 'two']);
    for (const detail of ['two 2/0', 'one 2/2'])
      node.dispatchEvent(new CustomEvent(eventNames.canaryDone('secret'), { detail }));
    expect(await runs).toEqual([
      { tried: 2, refused: 2 },
      { tried: 2, refused: 0 },
    ]);
  });

  it('counts as nobody’s where the answer is of no canary that was sent', async () => {
    const node = new EventTarget();
    const run = runCanary(node, 'secret', 'one');
    for (const detail of ['2/2', 'other 2/2', 'one 2/1'])
      node.dispatchEvent(new CustomEvent(eventNames.canaryDone('secret'), { detail }));
    expect(await run).toEqual({ tried: 2, refused: 1 });
  });
});
