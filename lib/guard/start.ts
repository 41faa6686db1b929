import { acceptChannel } from '../bridge/guard-side.ts';
import type { GuardChannel } from '../bridge/guard-side.ts';
import { onPush } from '../messaging/client.ts';
import { guardComposer } from './composer.ts';
import { createCanaryWatch } from './canary-watch.ts';
import { checkIn } from './check-in.ts';
import { guardFiles } from './files.ts';
import { createJudge } from './judge.ts';
import { guardNavigations } from './navigations.ts';
import { offerLinkText } from './offered-text.ts';
import { hastenEngine } from './hasten-engine.ts';
import { loadPolicy } from './load-policy.ts';
import { createOpening } from './opening.ts';
import type { Opening } from './opening.ts';
import { createSession } from './session.ts';

/** Starts rings 1 and 2 of one frame, before any code of the page runs. */
export function startGuard(signal: AbortSignal): void {
  const session = createSession();
  const canaries = createCanaryWatch();
  let channel: GuardChannel | undefined;
  let tries = 0;
  const opening: Opening = createOpening(async () => {
    const isWhole = channel === undefined || (await checkIn({ channel, canaries, site: session.site }));
    if (isWhole) tries = 0;
    else if (tries < pauses.length) setTimeout(opening.start, pauses[tries++]);
  });
  const startAtOnce = () => {
    opening.start();
    void opening.awaited();
  };
  const composer = guardComposer(session, signal);
  guardFiles(session, signal);
  guardNavigations(session, signal);
  // The top frame's test opens the tab; the others have nothing to wait for.
  const awaited = window.top === window ? opening.awaited : () => undefined;
  const judge = createJudge({ session, canaries, awaited, channel: () => channel, justSent: composer.justSent });
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
  onPush('gates.again', startAtOnce, signal);
  void loadPolicy(session);
  hastenEngine(session, signal);
  if (window.top === window) void offerLinkText(session.site);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) startAtOnce(); // back from the page cache: the tab's rule is gone
  }, { signal }); // prettier-ignore
}

/** Milliseconds before the gates are tried again where the network gate did not see its canary. */
const pauses = [1_000, 3_000, 10_000];
