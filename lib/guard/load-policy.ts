import { callAgain, isAttached } from '../messaging/client.ts';
import type { PolicyKeeper } from './policy-keeper.ts';

/** Milliseconds between tries, the last one from then on; and how long each is waited for. */
const pauses = [0, 100, 300, 1_000, 3_000];
const deadlines = [10_000];

/** Without a policy every call waits, so asking goes on until one is there, or the extension is gone. */
export async function loadPolicy({ rules, setPolicy }: Pick<PolicyKeeper, 'rules' | 'setPolicy'>): Promise<void> {
  for (let tries = 0; rules() === undefined && isAttached(); tries += 1) {
    await new Promise((done) => setTimeout(done, pauses[Math.min(tries, pauses.length - 1)]));
    const started = await callAgain('gate.start', {}, deadlines);
    if (!started.ok) continue;
    setPolicy(started.value);
    return;
  }
}
