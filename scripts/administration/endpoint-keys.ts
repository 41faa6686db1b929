import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openKeys } from '../../server/keys/key-folder.ts';
import { rootKeysFile } from '../../server/keys/offline-roots.ts';
import { writeKey } from '../../server/keys/signing-keys.ts';
import { EndpointProblem } from '../../server/problem.ts';
import { carryRevocations } from '../../server/revocations/keep.ts';
import { signWhatIsDue } from '../../server/sign-due.ts';
import { currentNumbers } from '../../server/store/policies.ts';
import type { Workings } from '../../server/workings.ts';
import { pathOf } from './command.ts';
import type { Command } from './command.ts';
import { note, withEndpoint } from './endpoint-data.ts';
import { readJsonFile } from './key-options.ts';

/** Prints the key that a root key has to delegate: the next one where there is one, else the one that signs. */
export const keysRequest: Command = {
  name: 'keys request',
  usage: 'keys request --data DIR',
  needs: ['data'],
  may: [],
  run(_files, { data = '' }) {
    const folder = join(pathOf(data), 'keys');
    if (!existsSync(join(folder, rootKeysFile)))
      throw new EndpointProblem(`The folder ${data} is not of an endpoint that was started with --root-keys.`, 2);
    // Only read: it may run meanwhile, and whose organisation it is does not matter.
    const keys = openKeys(folder, { orgId: '', clock: Date.now });
    process.stdout.write(`${writeKey(keys.next() ?? keys.current())}\n`);
    return 0;
  },
};

/** Makes a signing key beside the one that signs, and prints it. */
export const keysRotate: Command = {
  name: 'keys rotate',
  usage: 'keys rotate --data DIR',
  needs: ['data'],
  may: [],
  run: (_files, { data = '' }) =>
    withEndpoint(data, async (workings) => {
      requireOffline(workings);
      const key = workings.keys.makeNext();
      await workings.db.transaction((queries) => note(queries, { action: 'signing-key-made', target: key.keyid }));
      process.stdout.write(`${writeKey(key)}\n`);
      return 0;
    }),
};

/** Installs a delegation and signs the policy in force anew with the key that it names. */
export const keysInstall: Command = {
  name: 'keys install',
  usage: 'keys install FILE --data DIR',
  needs: ['data'],
  may: [],
  run: ([file = ''], { data = '' }) => {
    const delegation = readJsonFile(file);
    return withEndpoint(data, async (workings) => {
      const { db, keys } = workings;
      requireOffline(workings);
      const installed = await carryRevocations(workings, () => keys.install(delegation));
      if (!installed.ok) throw new EndpointProblem(installed.why);
      const { keyid, notAfter, epoch = 1 } = installed.granted;
      await db.transaction((queries) =>
        note(queries, { action: 'delegation-installed', target: keyid, detail: { notAfter } }),
      );
      await signWhatIsDue(workings);
      process.stdout.write(`${keyid} signs until ${notAfter}.\n`);
      const inForce = await currentNumbers(db);
      if (inForce !== undefined && inForce.epoch < epoch) process.stdout.write(`${saysBelow(inForce.epoch, epoch)}\n`);
      return 0;
    });
  },
};

/** An imported policy is never signed anew, so a delegation alone lifts nobody above what a stolen key signed. */
function saysBelow(inForce: number, epoch: number): string {
  return `The policy in force is of epoch ${inForce} and was signed elsewhere: browsers stay below epoch ${epoch} until a policy of that epoch is published or imported.`;
}

function requireOffline({ keys }: Workings): void {
  if (keys.isOffline) return;
  throw new EndpointProblem('The root key of this endpoint lies in its own folder; start it with --root-keys first.');
}
