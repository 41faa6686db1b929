import { recordAudit } from '../store/audit.ts';
import { countTry, findPerson, lockPerson, takeStep } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import type { Workings } from '../workings.ts';
import { stepOfCode } from './one-time-code.ts';
import { verifyPassword } from './password.ts';

export interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly code: string;
}

const freeTries = 5;
const firstLockMilliseconds = 30_000;
const longestLockMilliseconds = 15 * 60_000;

/**
 * The person whose name, password and code are all right, else `undefined`. The answer and its delay are the same for an unknown name,
 * a wrong password, a wrong or used code and a locked account.
 */
export async function signIn(workings: Workings, { name, password, code }: Credentials): Promise<Person | undefined> {
  const { db, clock } = workings;
  const person = await findPerson(db, name);
  const open = person !== undefined && (await openForTry(workings, person));
  const rightPassword = await verifyPassword(password, person?.passwordHash);
  const signedIn = open && rightPassword && (await acceptCode(workings, person, code));
  if (person !== undefined) {
    const action = signedIn ? 'signed-in' : 'sign-in-refused';
    await recordAudit(db, { actor: person.name, action, target: person.id, now: clock() });
  }
  return signedIn ? person : undefined;
}

/** Counts the try, and locks the account for longer and longer from the fifth on. `false` while it is locked. */
async function openForTry({ db, clock }: Workings, person: Person): Promise<boolean> {
  const tries = await countTry(db, person.id, clock());
  if (tries === undefined) return false;
  if (tries >= freeTries) {
    const lock = Math.min(firstLockMilliseconds * 2 ** (tries - freeTries), longestLockMilliseconds);
    await lockPerson(db, person.id, clock() + lock);
  }
  return true;
}

async function acceptCode({ db, keys, clock }: Workings, person: Person, code: string): Promise<boolean> {
  const secret = keys.unseal(person.sealedSecret, 'one-time-code');
  const step = secret === undefined ? undefined : stepOfCode(secret, code, clock());
  return step !== undefined && takeStep(db, person.id, step);
}
