import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { endsAfter } from './deadline.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** How many of a hundred exchanges, which nothing else holds, hear of their end. */
async function heard(make: () => AbortSignal): Promise<number> {
  let ended = 0;
  for (let count = 0; count < 100; count += 1) make().addEventListener('abort', () => (ended += 1), { once: true });
  for (let times = 0; times < 3; times += 1) {
    collectGarbage();
    await pause(10);
  }
  await once(endsAfter(400), 'abort');
  return ended;
}

it('ends what has a time, also when the garbage collector came between', async () => {
  const running = new AbortController();
  expect(await heard(() => endsAfter(200, running.signal))).toBe(100);
  expect(await heard(() => endsAfter(60_000, endsAfter(200, running.signal)))).toBe(100);
  expect(await heard(() => endsAfter(200))).toBe(100);
});

it('ends with the signal that it was given', () => {
  const running = new AbortController();
  const signal = endsAfter(60_000, running.signal);
  running.abort();
  expect(signal.aborted).toBe(true);
});
