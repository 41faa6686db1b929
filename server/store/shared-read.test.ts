import { expect, it } from 'vitest';
import { sharedRead } from './shared-read.ts';

/** A read that ends when it is told to, and what it was asked for. */
function slowRead() {
  const asked: string[][] = [];
  const ends: (() => void)[] = [];
  let value = 0;
  const ask = sharedRead(async (keys) => {
    asked.push([...keys]);
    const seen = value;
    await new Promise<void>((resolve) => ends.push(resolve));
    if (keys.includes('bad')) throw new Error('refused');
    return new Map(keys.map((key) => [key, seen]));
  });
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { ask, asked, end: () => ends.shift()?.(), turn, change: () => (value += 1) };
}

it('reads once for all who ask during a read, and not before they ask', async () => {
  const { ask, asked, end, turn, change } = slowRead();
  const first = ask('a');
  await turn();
  change();
  const later = [ask('a'), ask('b'), ask('b')];
  await turn();
  expect(asked).toEqual([['a']]);
  end();
  expect(await first).toBe(0);
  await turn();
  end();
  expect(await Promise.all(later)).toEqual([1, 1, 1]);
  expect(asked).toEqual([['a'], ['a', 'b']]);
});

it('goes on after a read that failed', async () => {
  const { ask, end, turn } = slowRead();
  const failing = ask('bad');
  const failed = expect(failing).rejects.toThrow('refused');
  await turn();
  const next = ask('a');
  end();
  await failed;
  await turn();
  end();
  expect(await next).toBe(0);
});
