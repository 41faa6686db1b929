import { acceptChannel } from '../bridge/guard-side.ts';
import type { GuardChannel } from '../bridge/guard-side.ts';
import { call, onPush } from '../messaging/client.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import { guardComposer } from './composer.ts';
import { createCanaryWatch } from './canary-watch.ts';
import { checkIn } from './check-in.ts';
import { guardFiles } from './files.ts';
import { createJudge } from './judge.ts';
import { guardNavigations } from './navigations.ts';
import { offerLinkText } from './offered-text.ts';
import { hastenEngine } from './hasten-engine.ts';
import { createOpening } from './opening.ts';
import { createSession } from './session.ts';

/** Starts rings 1 and 2 of one frame, before any code of the page runs. */
export function startGuard(signal: AbortSignal): void {
  const session = createSession();
  const canaries = createCanaryWatch();
  let channel: GuardChannel | undefined;
  const opening = createOpening(async (heard) => {
    if (channel) await checkIn({ channel, canaries, site: session.site, heard });
  });
  const composer = guardComposer(session, signal);
  guardFiles(session, signal);
  guardNavigations(session, signal);
  const judge = createJudge({ session, canaries, opening, channel: () => channel, justSent: composer.justSent });
  acceptChannel({
    judge,
    signal,
    onConnected(connected) {
      channel = connected;
      opening.start();
    },
  });
  // The gates may have been tried before it was known what a pack adds.
  void session.known.then(({ site }) => {
    if (channel && site.version > 0) opening.start();
  });
  onPush('policy.changed', session.setPolicy, signal);
  onPush('gates.again', opening.start, signal);
  void loadPolicy(session.setPolicy);
  hastenEngine(session, signal);
  if (window.top === window) void offerLinkText(session.site);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) opening.start(); // back from the page cache: the tab's rule is gone
  }, { signal }); // prettier-ignore
}

const retries = [100, 300, 1_000, 3_000];

/** Without a policy every call waits, so asking goes on for a while. */
async function loadPolicy(setPolicy: (policy: PolicyInForce) => void): Promise<void> {
  for (const pause of [0, ...retries]) {
    await new Promise((done) => setTimeout(done, pause));
    const started = await call('gate.start', {});
    if (!started.ok) continue;
    setPolicy(started.value);
    return;
  }
}
