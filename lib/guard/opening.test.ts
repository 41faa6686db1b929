import { expect, it } from 'vitest';
import { oneAtATime } from './check-in.ts';

it('tries the gates one at a time, and once more for all that asked meanwhile', async () => {
  const ends: (() => void)[] = [];
  const start = oneAtATime(() => new Promise((end) => ends.push(end)));
  const pause = () => new Promise((done) => setTimeout(done));
  for (let count = 0; count < 3; count += 1) start();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await pause();
  expect(ends).toHaveLength(2);
  ends[1]?.();
  await pause();
  expect(ends).toHaveLength(2);
  start();
  expect(ends).toHaveLength(3);
});
