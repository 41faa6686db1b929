import { afterEach, describe, expect, it, vi } from 'vitest';
import { askOf } from '../../test/fixtures/ask.ts';
import { builtInPolicy } from '../policy/built-in.ts';
import { isKnownToPass } from './announce.ts';
import { createNetworkWord } from './network-word.ts';
import { createSession } from './session.ts';

/** A service worker that says by which policy it judges, or gives no answer. */
function workerThat(policy: string | undefined) {
  const answer = policy === undefined ? undefined : { ok: true, value: { policy } };
  vi.stubGlobal('chrome', { runtime: { sendMessage: () => Promise.resolve(answer) } });
}

function guard() {
  const session = createSession({ pathname: '/' } as Location);
  session.setPolicy({ policy: builtInPolicy, source: 'endpoint', epoch: 1, seq: 1, stale: false });
  return session;
}

function pressedJustNow() {
  const session = guard();
  session.networkWord.ask();
  return session;
}

/** The guard of a frame after somebody pressed send, and after the worker had its say. */
async function pressed() {
  const session = pressedJustNow();
  await new Promise((done) => setTimeout(done));
  return session;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a prompt needs no ticket', () => {
  it('where the network gate just said that it is there', async () => {
    workerThat('1.1');
    expect(isKnownToPass(askOf(), await pressed())).toBe(true);
  });

  it('and waits for that word where it is on the way', async () => {
    workerThat('1.1');
    const known = isKnownToPass(askOf(), pressedJustNow());
    expect(known).toBeInstanceOf(Promise);
    expect(await known).toBe(true);
  });

  it('but does where no word comes', async () => {
    workerThat(undefined);
    expect(await isKnownToPass(askOf(), pressedJustNow())).toBe(false);
  });

  it('but does where nobody pressed send, as for an edit or a call of a script', () => {
    workerThat('1.1');
    expect(isKnownToPass(askOf(), guard())).toBe(false);
  });

  it.each([
    ['gives no word', undefined],
    ['judges by another policy', '1.2'],
  ])('but does where the gate %s', async (_what, policy) => {
    workerThat(policy);
    expect(isKnownToPass(askOf(), await pressed())).toBe(false);
  });

  it.each([
    ['a form', { type: 'application/x-www-form-urlencoded' }],
    ['bytes', { kind: 'bytes' as const }],
    ['a method of which the gate is shown nothing', { method: 'PATCH' }],
    ['a long text', { body: 'a'.repeat(65_537) }],
  ])('but does with %s', async (_what, more) => {
    workerThat('1.1');
    expect(isKnownToPass(askOf(more), await pressed())).toBe(false);
  });
});

it('is good for two seconds', async () => {
  workerThat('3.4');
  let now = 10;
  const word = createNetworkWord(() => now);
  expect(word.isGiven('3.4')).toBe(false);
  word.ask();
  await new Promise((done) => setTimeout(done));
  expect(word.isGiven('3.4')).toBe(true);
  now += 2_000;
  expect(word.isGiven('3.4')).toBe(false);
});

it('is not asked for again while the answer is on the way', async () => {
  const asked = vi.fn(() => Promise.resolve({ ok: true, value: { policy: '1.1' } }));
  vi.stubGlobal('chrome', { runtime: { sendMessage: asked } });
  const word = createNetworkWord(() => 0);
  word.ask();
  word.ask();
  await word.isGiven('1.1');
  expect(asked).toHaveBeenCalledTimes(1);
  word.ask();
  expect(asked).toHaveBeenCalledTimes(2);
});

it('is taken back where the gate gives no answer the next time, as when the extension ended', async () => {
  workerThat('3.4');
  const word = createNetworkWord(() => 10);
  word.ask();
  await new Promise((done) => setTimeout(done));
  expect(word.isGiven('3.4')).toBe(true);
  workerThat(undefined);
  word.ask();
  await new Promise((done) => setTimeout(done));
  expect(word.isGiven('3.4')).toBe(false);
});
