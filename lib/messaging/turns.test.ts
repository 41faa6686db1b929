import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'webextension-polyfill';
import { createReaderPage } from './reader-page.ts';
import { createTurns } from './turns.ts';

/** A browser with a page that nobody sees, and nothing else. It answers with what it was asked. */
function setUp(
  answer: (request: unknown) => Promise<unknown> = (request) => Promise.resolve(request),
  open: () => Promise<void> = () => Promise.resolve(),
) {
  const log: string[] = [];
  const offscreen = {
    createDocument: () => {
      log.push('open');
      return open();
    },
    closeDocument: () => Promise.resolve(void log.push('close')),
  };
  vi.stubGlobal('chrome', { offscreen });
  const browser = { runtime: { sendMessage: answer } } as unknown as Browser;
  return { turns: createTurns(createReaderPage(browser)), opened: () => log.filter((word) => word === 'open').length };
}

const begin = { reader: 'document-begin', parts: 1 } as const;
const tab = { tabId: 1, frameId: 0 };
const read = { reader: 'document-read', changes: undefined } as const;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('turns at the page that nobody sees', () => {
  it('come one after the other: the second document begins when the first has ended', async () => {
    const { turns, opened } = setUp();
    const first = await turns.begin(begin, tab);
    let second: string | undefined;
    const begun = turns.begin(begin, tab).then((id) => (second = id));
    expect(await turns.ask(first, read)).toEqual(read);
    expect(second).toBeUndefined();
    expect(opened()).toBe(1);
    turns.end(first);
    await begun;
    expect(opened()).toBe(2);
    expect(await turns.ask(first, read)).toBeUndefined();
    expect(await turns.ask(second ?? '', read)).toEqual(read);
    turns.end(second ?? '');
  });

  it('end by themselves where the tab is gone, but not while it waits for an answer', async () => {
    vi.useFakeTimers();
    let answer: (value: unknown) => void = () => undefined;
    const slow = new Promise((done) => {
      answer = done;
    });
    const { turns } = setUp((request) => (request === read ? slow : Promise.resolve(true)));
    const id = await turns.begin(begin, tab);
    const asked = turns.ask(id, read);
    await vi.advanceTimersByTimeAsync(25_000);
    answer('done');
    expect(await asked).toBe('done');
    expect(await turns.ask(id, begin)).toBe(true);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(await turns.ask(id, begin)).toBeUndefined();
  });

  it('reject where the page cannot be had, and leave the next one alone', async () => {
    const answers = [Promise.reject(new Error('gone')), Promise.resolve(true)];
    const { turns } = setUp(() => answers.shift() ?? Promise.resolve(true));
    await expect(turns.begin(begin, tab)).rejects.toThrow();
    const id = await turns.begin(begin, tab);
    expect(await turns.ask(id, read)).toBe(true);
    turns.end(id);
  });

  it('keep no answer once it was given', async () => {
    vi.useFakeTimers();
    const { turns } = setUp();
    const id = await turns.begin(begin, tab);
    const timers = vi.getTimerCount();
    await turns.ask(id, read);
    expect(vi.getTimerCount()).toBe(timers);
    turns.end(id);
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('reject where the page does not open, and let the next one try', async () => {
    vi.useFakeTimers();
    const openings = [new Promise<void>(() => undefined), Promise.resolve()];
    const { turns } = setUp(undefined, () => openings.shift() ?? Promise.resolve());
    const first = turns.begin(begin, tab).then(
      () => 'begun',
      () => 'rejected',
    );
    const second = turns.begin(begin, tab);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(await first).toBe('rejected');
    expect(await turns.ask(await second, read)).toEqual(read);
  });

  it('end with the tab or the frame that they are for, and are not begun for one that has gone', async () => {
    const { turns, opened } = setUp();
    const frame = { tabId: 2, frameId: 7 };
    const first = await turns.begin(begin, tab);
    const [second, third] = [turns.begin(begin, frame), turns.begin(begin, { tabId: 3, frameId: 7 })];
    turns.leave({ tabId: 1, frameId: 4 }); // another frame of its tab
    expect(await turns.ask(first, read)).toEqual(read);
    turns.leave(frame);
    turns.leave(tab);
    await expect(second).rejects.toThrow();
    expect(await turns.ask(first, read)).toBeUndefined();
    expect(await turns.ask(await third, read)).toEqual(read);
    expect(opened()).toBe(2);
    turns.leave({ tabId: 3, frameId: 0 }); // its tab
    await Promise.resolve();
    expect(await turns.ask(await third, read)).toBeUndefined();
  });

  it('do not begin where the frame goes while the page opens', async () => {
    let open: () => void = () => undefined;
    const { turns } = setUp(
      undefined,
      () =>
        new Promise((done) => {
          open = done;
        }),
    );
    const begun = turns.begin(begin, tab);
    await vi.waitFor(() => {
      turns.leave(tab);
      open();
    });
    await expect(begun).rejects.toThrow();
  });
});
