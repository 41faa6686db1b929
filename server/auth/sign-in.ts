import { recordAudit } from '../store/audit.ts';
import type { AuditAction } from '../vocabulary.ts';
import { countTry, findPerson, findPersonById, forgetTries, lockPerson, takeStep } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { useRecoveryCode } from '../store/recovery-codes.ts';
import { countProofTry } from '../store/sessions.ts';
import type { Session } from '../store/sessions.ts';
import type { Workings } from '../workings.ts';
import { stepOfCode } from './one-time-code.ts';
import { verifyPassword } from './password.ts';
import { tidyName } from './person-name.ts';
import { readRecoveryCode } from './recovery.ts';

export interface Credentials {
  readonly name: string;
  readonly password: string;
  /** Six digits of the authenticator app, or a recovery code. */
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
  const person = await findPerson(workings.db, name, tidyName(name));
  const open = person !== undefined && (await openForTry(workings, person));
  const rightPassword = await verifyPassword(password, person?.passwordHash);
  const proof = open && rightPassword ? await acceptCode(workings, person, code) : undefined;
  // Tries at a locked account are not written down: anybody could fill the log with them.
  if (person !== undefined && open) await note(workings, person, proof === undefined ? 'sign-in-refused' : said[proof]);
  return proof === undefined ? undefined : person;
}

type OwnSession = Pick<Session, 'id' | 'personId'>;

const said = { code: 'signed-in', recovery: 'signed-in-by-recovery' } as const satisfies Record<Proof, AuditAction>;

/** True when the code proves once more who is at the keyboard. Wrong ones count against this session, and the sixth in a row ends it. */
export async function proveAgain(workings: Workings, { id, personId }: OwnSession, code: string): Promise<boolean> {
  const person = await findPersonById(workings.db, personId);
  if (person === undefined || !(await countProofTry(workings.db, id))) return false;
  const proof = await acceptCode(workings, person, code);
  await note(workings, person, proof === undefined ? 'proof-refused' : 'proved-again');
  return proof !== undefined;
}

/** Adds to the audit log what a person did at the door. */
export function note({ db, clock }: Workings, { name, id }: Person, action: AuditAction): Promise<void> {
  return recordAudit(db, { actor: name, action, target: id, now: clock() });
}

/** Counts the try, and locks the account for longer and longer from the fifth on. `false` while it is locked. */
async function openForTry({ db, clock }: Workings, person: Person): Promise<boolean> {
  const tries = await countTry(db, person.id, { now: clock(), longest: longestLockMilliseconds });
  if (tries === undefined) return false;
  if (tries >= freeTries) {
    const lock = Math.min(firstLockMilliseconds * 2 ** (tries - freeTries), longestLockMilliseconds);
    await lockPerson(db, person.id, clock() + lock);
  }
  return true;
}

type Proof = 'code' | 'recovery';

async function acceptCode({ db, keys, clock }: Workings, person: Person, code: string): Promise<Proof | undefined> {
  if (!/^\d{6}$/.test(code)) {
    if (!(await useRecoveryCode(db, person.id, readRecoveryCode(code)))) return undefined;
    await forgetTries(db, person.id);
    return 'recovery';
  }
  const secret = person.sealedSecret && keys.unseal(person.sealedSecret, 'one-time-code');
  const step = !secret ? undefined : stepOfCode(secret, code, clock());
  return step !== undefined && (await takeStep(db, person.id, step)) ? 'code' : undefined;
}
