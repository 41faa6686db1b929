import { afterEach, describe, expect, it, vi } from 'vitest';
import { createOpening, whenFree } from './opening.ts';
import type { Later } from './opening.ts';

const pause = () => new Promise((done) => setTimeout(done));

/** A test of gates whose moments are set by hand. */
function byHand(later: Later = (task) => (task(), () => undefined)) {
  const tests: { readonly end: () => void }[] = [];
  const test = () => new Promise<void>((end) => tests.push({ end }));
  return { tests, ...createOpening(test, later) };
}

it('tries the gates one at a time, and once more for all that asked meanwhile', async () => {
  const { tests, start } = byHand();
  for (let count = 0; count < 3; count += 1) start();
  expect(tests).toHaveLength(1);
  tests[0]?.end();
  await pause();
  expect(tests).toHaveLength(2);
  tests[1]?.end();
  await pause();
  expect(tests).toHaveLength(2);
  start();
  expect(tests).toHaveLength(3);
});

it('comes at once for a call that waits, which goes on when the page is open', async () => {
  const tasks: (() => void)[] = [];
  const { tests, start, awaited } = byHand((task) => {
    let isDone = false;
    const once = () => {
      if (!isDone) task();
      isDone = true;
    };
    tasks.push(once);
    return once;
  });
  expect(awaited()).toBeUndefined();
  start();
  expect(tests).toHaveLength(0);
  const waiting = awaited();
  expect(tests).toHaveLength(1);
  tasks[0]?.();
  expect(tests).toHaveLength(1);
  let isOpen = false;
  void waiting?.then(() => (isOpen = true));
  await pause();
  expect(isOpen).toBe(false);
  tests[0]?.end();
  await pause();
  expect(isOpen).toBe(true);
  expect(awaited()).toBeUndefined();
});

it('holds what waits until the newest test is over: one that ran meanwhile may be void', async () => {
  const { tests, start, awaited } = byHand();
  start();
  let isOpen = false;
  const wait = async () => {
    for (let next = awaited(); next; next = awaited()) await next;
    isOpen = true;
  };
  void wait();
  start();
  tests[0]?.end();
  await pause();
  expect(tests).toHaveLength(2);
  expect(isOpen).toBe(false);
  expect(awaited()).toBeDefined();
  tests[1]?.end();
  await pause();
  expect(isOpen).toBe(true);
});

/** A page that loads, whose moments are set by hand. */
function loadingPage() {
  vi.useFakeTimers();
  const idle: (() => void)[] = [];
  const page = Object.assign(new EventTarget(), { readyState: 'loading' });
  const window = new EventTarget();
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', window);
  vi.stubGlobal('requestIdleCallback', (task: () => void) => idle.push(task));
  const done: string[] = [];
  const hasten = whenFree(() => void done.push('done'));
  return { done, hasten, idle, load: () => window.dispatchEvent(new Event('load')) };
}

describe('a page that loads', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is left alone until it has, and then until it has nothing to do', () => {
    const { done, idle, load } = loadingPage();
    expect(idle).toEqual([]);
    load();
    expect(done).toEqual([]);
    idle[0]?.();
    vi.advanceTimersByTime(5_000);
    expect(done).toEqual(['done']);
  });

  it('is not waited for for ever', () => {
    const { done } = loadingPage();
    vi.advanceTimersByTime(999);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(done).toEqual(['done']);
  });

  it('is not waited for where a call waits', () => {
    const { done, hasten, load } = loadingPage();
    hasten();
    load();
    vi.advanceTimersByTime(5_000);
    expect(done).toEqual(['done']);
  });
});
