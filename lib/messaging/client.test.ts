import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, callAgain, onPush } from './client.ts';

type Listener = (message: unknown) => void;

/** A browser of which only the messages are there. */
function withRuntime(sendMessage: (message: unknown) => Promise<unknown>) {
  const listeners = new Set<Listener>();
  const onMessage = {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
  };
  vi.stubGlobal('chrome', { runtime: { sendMessage, onMessage } });
  return { listeners, say: (message: unknown) => listeners.forEach((listener) => listener(message)) };
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('call', () => {
  it('hands over name and request, and returns the answer', async () => {
    const sendMessage = vi.fn(() => Promise.resolve({ ok: true, value: { id: 'x' } }));
    withRuntime(sendMessage);
    expect(await call('gate.start', {})).toEqual({ ok: true, value: { id: 'x' } });
    expect(sendMessage).toHaveBeenCalledWith({ name: 'gate.start', request: {} });
  });

  it.each([
    ['a worker that is gone', () => Promise.reject(new Error('Extension context invalidated.'))],
    [
      'a runtime that throws at once',
      () => {
        throw new Error('gone');
      },
    ],
    ['no answer', () => Promise.resolve(undefined)],
    ['an answer of another shape', () => Promise.resolve({ ok: 'yes' })],
    ['the polyfill’s own refusal', () => Promise.resolve({ __mozWebExtensionPolyfillReject__: true, message: 'x' })],
  ])('calls %s internal', async (_what, sendMessage) => {
    withRuntime(sendMessage);
    expect(await call('gate.start', {})).toEqual({ ok: false, reason: 'internal' });
  });

  it('calls a browser without a runtime internal', async () => {
    vi.stubGlobal('chrome', {});
    expect(await call('gate.start', {})).toEqual({ ok: false, reason: 'internal' });
  });
});

describe('callAgain', () => {
  const answer = { ok: true, value: null };

  it('asks again where no answer came in time', async () => {
    vi.useFakeTimers();
    const sendMessage = vi.fn(() =>
      sendMessage.mock.calls.length < 3 ? new Promise(() => undefined) : Promise.resolve(answer),
    );
    withRuntime(sendMessage);
    const answered = callAgain('engine.inject', {}, [100, 200, 400]);
    await vi.advanceTimersByTimeAsync(299);
    expect(sendMessage).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answered).toEqual(answer);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives up after the last one, and takes a refusal for an answer', async () => {
    vi.useFakeTimers();
    withRuntime(() => new Promise(() => undefined));
    const answered = callAgain('engine.inject', {}, [100, 200]);
    await vi.advanceTimersByTimeAsync(300);
    expect(await answered).toEqual({ ok: false, reason: 'internal' });
    const refuse = vi.fn(() => Promise.resolve({ ok: false, reason: 'sender-refused' }));
    withRuntime(refuse);
    expect(await callAgain('engine.inject', {}, [100, 200])).toEqual({ ok: false, reason: 'sender-refused' });
    expect(refuse).toHaveBeenCalledTimes(1);
  });
});

describe('onPush', () => {
  it('hears its own name only, and nothing after the end', () => {
    const { say, listeners } = withRuntime(() => Promise.resolve());
    const handler = vi.fn();
    const end = new AbortController();
    onPush('policy.changed', handler, end.signal);
    for (const message of [undefined, null, 3, {}, { push: 'gates.again', value: 1 }]) say(message);
    expect(handler).not.toHaveBeenCalled();
    say({ push: 'policy.changed', value: 'the policy' });
    expect(handler.mock.calls).toEqual([['the policy']]);
    end.abort();
    expect(listeners.size).toBe(0);
  });
});
