import type { GuardChannel } from '../bridge/guard-side.ts';
import { call } from '../messaging/client.ts';
import type { CheckIn } from '../messaging/contract.ts';
import type { Site } from '../sites/chatgpt/site.ts';
import type { CanaryWatch } from './canary-watch.ts';
import { showNotice } from './notice.ts';

export interface CheckInOptions {
  readonly channel: GuardChannel;
  readonly canaries: CanaryWatch;
  readonly site: () => Site;
}

/**
 * The self test of this navigation: a synthetic secret through each page gate, which must be refused there, then one that is let go
 * for the network gate to see. The service worker opens the tab's prompt requests on the result. False where the network gate did not
 * see it, which may be a moment late right after an installation.
 */
export async function checkIn({ channel, canaries, site }: CheckInOptions): Promise<boolean> {
  const gates = await tryGates(channel, canaries);
  const arrived = await report({ gates, sitePack: site().version }, channel, canaries);
  if (arrived.ok) return arrived.value.rings.network !== 'missing';
  if (window.top === window)
    showNotice('Sluice could not start in this tab. Reload the page before you send anything.');
  return true;
}

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
