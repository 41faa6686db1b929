import type { GuardChannel } from '../bridge/guard-side.ts';
import { call } from '../messaging/client.ts';
import type { CheckIn } from '../messaging/contract.ts';
import type { CanaryWatch } from './canary-watch.ts';
import { showNotice } from './notice.ts';

/**
 * The self test of this navigation: a synthetic secret through each page gate, which must be refused there, then one that is let go
 * for the network gate to see. The service worker opens the tab's prompt requests on the result.
 */
export async function checkIn(channel: GuardChannel, canaries: CanaryWatch): Promise<void> {
  const gates = await tryGates(channel, canaries);
  const nonce = newNonce();
  canaries.expect(nonce, 'pass');
  void channel.runCanary(nonce);
  const arrived = await call('gate.checkIn', { nonce, gates });
  canaries.forget(nonce);
  if (!arrived.ok && window.top === window) {
    showNotice('Sluice could not start in this tab. Reload the page before you send anything.');
  }
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
