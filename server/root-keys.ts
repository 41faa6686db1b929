import { EndpointProblem } from './problem.ts';
import { appendAudit } from './store/audit.ts';
import { changeSetting, claimSetting, readSetting } from './store/settings.ts';
import type { Workings } from './workings.ts';

/**
 * A database goes with its root keys. They change only from one offline set to the next that shares a key with it: whoever starts the
 * endpoint then holds nothing that browsers do not know already. Browsers follow what IT pins, and nothing that is said here.
 */
export async function settleRootKeys({ db, keys, clock }: Pick<Workings, 'db' | 'keys' | 'clock'>): Promise<void> {
  const to = keys.policyRootKeys;
  await claimSetting(db, 'root-keys', to);
  const from = await readSetting(db, 'root-keys');
  if (from !== undefined && from !== to) {
    const known = from.split(' ');
    if (!keys.isOffline || !to.split(' ').some((key) => known.includes(key))) throw otherKeys(keys.isOffline);
    await db.transaction(async (queries) => {
      if (!(await changeSetting(queries, 'root-keys', { from, to }))) return; // another process was first
      const target = idsOf(to);
      const detail = { before: idsOf(from) };
      await appendAudit(queries, { actor: 'Sluice', action: 'root-keys-changed', target, detail, now: clock() });
    });
  }
  keys.settle();
}

function otherKeys(isOffline: boolean): EndpointProblem {
  return new EndpointProblem(
    isOffline
      ? 'None of the root keys is one that the database was started with; for a change give the old and the new one together.'
      : 'The database was started with other keys; give the folder that holds them with --data.',
  );
}

function idsOf(rootKeys: string): string {
  return rootKeys
    .split(' ')
    .map((key) => key.split(':')[0] ?? '')
    .join(' ');
}
