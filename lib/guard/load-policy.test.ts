import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { builtInPolicy } from '../policy/built-in.ts';
import { loadPolicy } from './load-policy.ts';
import { createPolicyKeeper } from './policy-keeper.ts';

const inForce = { policy: builtInPolicy, source: 'built-in', epoch: 0, seq: 0, stale: false } as const;
const answer = { ok: true, value: inForce };
const silence = new Promise(() => undefined);

/** A browser that answers one after the other, and with the last answer from then on. */
function withAnswers(...answers: readonly unknown[]) {
  const left = [...answers];
  const runtime = {
    id: 'sluice' as string | undefined,
    sendMessage: vi.fn(() => Promise.resolve(left.length > 1 ? left.shift() : left[0])),
  };
  vi.stubGlobal('chrome', { runtime });
  return runtime;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('loadPolicy', () => {
  it('asks again after a refusal, and after silence', async () => {
    const { sendMessage } = withAnswers({ ok: false, reason: 'internal' }, silence, answer);
    const keeper = createPolicyKeeper();
    void loadPolicy(keeper);
    await vi.advanceTimersByTimeAsync(10_099);
    expect(keeper.rules()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(400);
    expect(keeper.rules()).toBeDefined();
    expect(sendMessage).toHaveBeenCalledTimes(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks no more once a policy came another way', async () => {
    const { sendMessage } = withAnswers(silence);
    const keeper = createPolicyKeeper();
    void loadPolicy(keeper);
    await vi.advanceTimersByTimeAsync(5_000);
    keeper.setPolicy(inForce);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sendMessage).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks on for as long as the extension is there', async () => {
    const runtime = withAnswers({ ok: false, reason: 'internal' });
    void loadPolicy(createPolicyKeeper());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(runtime.sendMessage.mock.calls.length).toBeGreaterThan(20);
    runtime.id = undefined; // updated or removed under the tab
    await vi.advanceTimersByTimeAsync(60_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
