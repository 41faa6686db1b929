import type { GuardChannel } from '../bridge/guard-side.ts';
import { call } from '../messaging/client.ts';
import type { CheckIn } from '../messaging/contract.ts';
import type { Site } from '../sites/chatgpt/site.ts';
import type { CanaryWatch } from './canary-watch.ts';
import { showNotice } from './notice.ts';

/**
 * The self test of this navigation: a synthetic secret through each page gate, which must be refused there, then one that is let go
 * for the network gate to see. The service worker opens the tab's prompt requests on the result.
 */
export async function checkIn(channel: GuardChannel, canaries: CanaryWatch, site: () => Site): Promise<void> {
  const gates = await tryGates(channel, canaries);
  for (const pause of pauses) {
    const arrived = await report({ gates, sitePack: site().version }, channel, canaries);
    if (!arrived.ok) {
      if (window.top === window)
        showNotice('Sluice could not start in this tab. Reload the page before you send anything.');
      return;
    }
    if (arrived.value.rings.network !== 'missing') return;
    await new Promise((done) => setTimeout(done, pause));
  }
}

/** One test at a time, so that the last word is that of the newest: what is asked for meanwhile comes after it, once. */
export function oneAtATime(test: () => Promise<void>): () => void {
  let state: 'idle' | 'running' | 'again' = 'idle';
  const start = () => {
    if (state !== 'idle') {
      state = 'again';
      return;
    }
    state = 'running';
    void test().finally(() => {
      const isWanted = state === 'again';
      state = 'idle';
      if (isWanted) start();
    });
  };
  return start;
}

/** Right after an installation the network gate may be a moment late. Milliseconds between two tries. */
const pauses = [1_000, 3_000, 10_000];

async function report(tried: Omit<CheckIn, 'nonce'>, channel: GuardChannel, canaries: CanaryWatch) {
  const nonce = newNonce();
  canaries.expect(nonce, 'pass');
  void channel.runCanary(nonce);
  const arrived = await call('gate.checkIn', { nonce, ...tried });
  canaries.forget(nonce);
  return arrived;
}

async function tryGates(channel: GuardChannel, canaries: CanaryWatch): Promise<CheckIn['gates']> {
  const nonce = newNonce();
  canaries.expect(nonce, 'refuse');
  const { tried, refused } = await channel.runCanary(nonce);
  const asked = canaries.asked(nonce);
  canaries.forget(nonce);
  if (!asked.has('fetch') || !asked.has('xhr')) return 'missing';
  return tried > 0 && refused === tried ? 'stops' : 'leaks';
}

function newNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
