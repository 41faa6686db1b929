import type { GuardChannel } from '../bridge/guard-side.ts';
import { callAgain, isAttached } from '../messaging/client.ts';
import type { CheckIn } from '../messaging/protection.ts';
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
 * for the network gate to see. The service worker opens the tab's prompt requests on the result. False where the test is worth another
 * try: the network gate did not see it, which may be a moment late right after an installation, or nobody answered.
 */
export async function checkIn({ channel, canaries, site }: CheckInOptions): Promise<boolean> {
  const isTop = window.top === window;
  const tested = await tryGates(channel, canaries, isTop ? 'tab' : 'frame');
  const arrived = await report({ ...tested, sitePack: site().version }, channel, canaries);
  if (arrived.ok) return arrived.value.rings.network !== 'missing';
  if (isTop) showNotice('Sluice could not start in this tab. Reload the page before you send anything.');
  return !isAttached();
}

/** Milliseconds: what waits for this test must not wait for ever. */
const deadlines = [20_000];

async function report(tested: Omit<CheckIn, 'nonce'>, channel: GuardChannel, canaries: CanaryWatch) {
  const nonce = newNonce();
  canaries.expect(nonce, 'pass');
  void channel.runCanary({ nonce, extent: 'network' });
  const arrived = await callAgain('gate.checkIn', { nonce, ...tested }, deadlines);
  canaries.forget(nonce);
  return arrived;
}

/** What a gate did is told by two sides: the guard, which was asked there or was not, and the page, which saw how it was refused. */
export async function tryGates(
  channel: Pick<GuardChannel, 'runCanary'>,
  canaries: CanaryWatch,
  extent: 'tab' | 'frame',
): Promise<Omit<CheckIn, 'nonce' | 'sitePack'>> {
  const nonce = newNonce();
  canaries.expect(nonce, 'refuse');
  const { tried, refused } = await channel.runCanary({ nonce, extent });
  const asked = await canaries.asked(nonce, tried);
  canaries.forget(nonce);
  return {
    triedWith: nonce,
    tried: [...tried],
    missing: tried.filter((gate) => !asked.has(gate)),
    leaking: tried.filter((gate) => asked.has(gate) && !refused.includes(gate)),
  };
}

function newNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
