import { afterEach, describe, expect, it, vi } from 'vitest';
import { longestPart, mostParts } from '../../lib/vocabulary/limits.ts';
import { createDocuments } from './document-side.ts';
import type { DocumentPlace } from './document-side.ts';
import type { FromDocumentTask } from './document-task.ts';

/** A place where a test says what comes of a document. */
function placed() {
  const places: { say: (message: unknown) => void; fail: () => void; isOver: () => boolean }[] = [];
  const start = (): DocumentPlace => {
    const listeners: ((message: Partial<FromDocumentTask>) => void)[] = [];
    let isOver = false;
    let fail: () => void = () => undefined;
    const broken = new Promise<never>((_done, reject) => {
      fail = () => reject(new Error('broken'));
    });
    places.push({
      say: (message) => listeners.forEach((hear) => hear(message as Partial<FromDocumentTask>)),
      fail: () => fail(),
      isOver: () => isOver,
    });
    return {
      broken,
      post: () => undefined,
      onSaid: (hear) => void listeners.push(hear),
      end: () => {
        isOver = true;
      },
    };
  };
  return { documents: createDocuments(start, 1_000), places };
}

afterEach(() => {
  vi.useRealTimers();
});

const made = { ok: true, text: ['words'], copy: [], partly: false };

describe('documents that are read elsewhere', () => {
  it('are taken part by part, and their place is ended', async () => {
    const { documents, places } = placed();
    documents.begin(1);
    const read = documents.read(undefined);
    places[0]?.say({ action: 'ready' }); // the reader of PDFs has words of its own
    places[0]?.say({ made });
    expect(await read).toEqual({ ok: true, text: 1, copy: 0, partly: false });
    expect([documents.take('text', 0), documents.take('text', 1), documents.take('copy', 0)]).toEqual([
      'words',
      undefined,
      undefined,
    ]);
    expect(places[0]?.isOver()).toBe(true);
  });

  it.each([
    ['nothing', {}],
    ['no object', 5],
    ['no list', { ...made, text: { length: 1e12 } }],
    ['no texts', { ...made, text: [{ toString: 1 }] }],
    ['too many parts', { ...made, text: new Array<string>(mostParts + 1).fill('a') }],
    ['too long a part', { ...made, text: ['a'.repeat(longestPart + 1)] }],
    ['no copy', { ok: true, text: [] }],
  ])('cannot be looked into where what took them over says %s', async (_what, said) => {
    const { documents, places } = placed();
    documents.begin(1);
    const read = documents.read(undefined);
    places[0]?.say({ made: said });
    expect(await read).toEqual({ ok: false });
    expect(documents.take('text', 0)).toBeUndefined();
  });

  it('reject where their place broke, and leave the next one its own time', async () => {
    vi.useFakeTimers();
    const { documents, places } = placed();
    documents.begin(1);
    const first = documents.read(undefined);
    places[0]?.fail();
    await expect(first).rejects.toThrow();
    expect(vi.getTimerCount()).toBe(0);
    documents.begin(1);
    const second = documents.read(undefined);
    await vi.advanceTimersByTimeAsync(999);
    expect(places[1]?.isOver()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await second).toEqual({ ok: false });
    expect(places[1]?.isOver()).toBe(true);
  });
});
