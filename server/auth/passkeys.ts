import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { fromBase64url, toBase64url, utf8 } from '../../lib/contract/bytes.ts';
import type { PasskeyAnswer, PasskeyCreation, PasskeyMade, PasskeyRequest } from '../console-api/passkey-contract.ts';
import { findPasskey, passkeysOf, takeCounter } from '../store/passkeys.ts';
import type { ListedPasskey, NewPasskey, Passkey } from '../store/passkeys.ts';
import { findPersonById, forgetTries } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { passkeyTransports } from '../vocabulary.ts';
import type { Workings } from '../workings.ts';
import { passkeyName } from './own-site.ts';
import type { OwnSite } from './own-site.ts';
import { challengeMilliseconds, newChallenge, orRefused, takeExpected } from './passkey-challenge.ts';
import type { Expected, GivenChallenge } from './passkey-challenge.ts';
import { note } from './sign-in.ts';

/** EdDSA, ES256 and RS256, the last for Windows Hello. https://www.iana.org/assignments/cose/cose.xhtml#algorithms */
const algorithms = [-8, -7, -257];

type Who = Pick<Person, 'name'> & { readonly personId: string };

/** What the browser is told to make; `undefined` where passkeys have no name to be bound to. */
export async function beginAddition(
  workings: Workings,
  site: OwnSite,
  { personId, name }: Who,
): Promise<PasskeyCreation | undefined> {
  const id = passkeyName(site);
  if (id === undefined) return undefined;
  const known = await passkeysOf(workings.db, personId);
  const { token, challenge } = await newChallenge(workings, 'add-passkey', personId);
  return {
    token,
    options: {
      challenge,
      rp: { id, name: 'Sluice console' },
      user: { id: handleOf(personId), name, displayName: name },
      pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
      timeout: challengeMilliseconds,
      attestation: 'none',
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      excludeCredentials: known.map(describe),
    },
  };
}

/** What the browser is told to sign at the sign-in: with any passkey that it finds for this name. */
export async function beginSignIn(workings: Workings, site: OwnSite): Promise<PasskeyRequest | undefined> {
  const rpId = passkeyName(site);
  if (rpId === undefined) return undefined;
  return request(rpId, [], await newChallenge(workings, 'sign-in', undefined));
}

/** The same for somebody who is signed in; `no-passkey` when they have none. */
export async function beginProof(
  workings: Workings,
  site: OwnSite,
  personId: string,
): Promise<PasskeyRequest | 'no-passkey' | undefined> {
  const rpId = passkeyName(site);
  if (rpId === undefined) return undefined;
  const known = await passkeysOf(workings.db, personId);
  if (known.length === 0) return 'no-passkey';
  return request(rpId, known, await newChallenge(workings, 'proof', personId));
}

function request(rpId: string, known: readonly ListedPasskey[], { token, challenge }: GivenChallenge): PasskeyRequest {
  return {
    token,
    options: {
      challenge,
      rpId,
      timeout: challengeMilliseconds,
      userVerification: 'required',
      allowCredentials: known.map(describe),
    },
  };
}

function describe({ id, transports }: ListedPasskey) {
  return { id, type: 'public-key' as const, transports: [...transports] };
}

/** The handle of a person at their authenticator: it says nothing about them. */
function handleOf(personId: string): string {
  return toBase64url(utf8(personId));
}

interface Addition {
  readonly token: string;
  readonly title: string;
  readonly passkey: PasskeyMade;
}

/** The passkey to store, once everything about it fits; `undefined` when something does not. */
export async function readAddition(
  workings: Workings,
  site: OwnSite,
  { personId, token, title, passkey }: Addition & { readonly personId: string },
): Promise<NewPasskey | undefined> {
  const expected = await takeExpected(workings, site, { token, purpose: 'add-passkey', answer: passkey });
  if (expected === undefined || expected.challenge.personId !== personId) return undefined;
  const verified = await orRefused(
    verifyRegistrationResponse({
      ...expected.checks,
      response: { ...credential(passkey.id), response: rebuilt(passkey.response) },
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (verified?.verified !== true) return undefined;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  const named: readonly string[] = passkey.response.transports ?? [];
  return {
    id,
    personId,
    publicKey: toBase64url(publicKey),
    counter,
    transports: passkeyTransports.filter((transport) => named.includes(transport)),
    title,
    now: workings.clock(),
  };
}

/** Without the browser's list of transports, which may hold words of tomorrow. */
function rebuilt({ clientDataJSON, attestationObject }: PasskeyMade['response']) {
  return { clientDataJSON, attestationObject };
}

export interface Answer {
  readonly token: string;
  readonly passkey: PasskeyAnswer;
}

/**
 * The person whose passkey signed, else `undefined`: the answer is the same whatever is wrong. Nobody guesses a signature, so tries are
 * not counted, and an account that a stranger locked at the password is open to its passkey.
 */
export async function signInByPasskey(
  workings: Workings,
  site: OwnSite,
  { token, passkey: answer }: Answer,
): Promise<Person | undefined> {
  const expected = await takeExpected(workings, site, { token, purpose: 'sign-in', answer });
  const known = await findPasskey(workings.db, answer.id);
  const person = known && (await findPersonById(workings.db, known.personId));
  if (known === undefined || person === undefined) return undefined;
  // Nobody has said who they are yet: the passkey itself must, and rightly.
  const isOwner = answer.response.userHandle === handleOf(person.id);
  const isRight = await judge(workings, { person, known, answer, expected: isOwner ? expected : undefined });
  await note(workings, person, isRight ? 'signed-in-by-passkey' : 'sign-in-refused');
  return isRight ? person : undefined;
}

/** True when a passkey proves once more who is at the keyboard. */
export async function proveByPasskey(
  workings: Workings,
  site: OwnSite,
  { personId, token, passkey: answer }: Answer & { readonly personId: string },
): Promise<boolean> {
  const expected = await takeExpected(workings, site, { token, purpose: 'proof', answer });
  const person = await findPersonById(workings.db, personId);
  if (person === undefined) return false;
  const known = await findPasskey(workings.db, answer.id);
  const isOwn = known?.personId === personId && expected?.challenge.personId === personId;
  const isRight = await judge(workings, { person, known, answer, expected: isOwn ? expected : undefined });
  await note(workings, person, isRight ? 'proved-again' : 'proof-refused');
  return isRight;
}

interface Judged {
  readonly person: Person;
  readonly known: Passkey | undefined;
  readonly answer: PasskeyAnswer;
  readonly expected: Expected | undefined;
}

async function judge(workings: Workings, { person, known, answer, expected }: Judged): Promise<boolean> {
  const publicKey = known && fromBase64url(known.publicKey);
  if (known === undefined || publicKey === undefined || expected === undefined) return false;
  const { clientDataJSON, authenticatorData, signature } = answer.response;
  const verified = await orRefused(
    verifyAuthenticationResponse({
      ...expected.checks,
      response: { ...credential(answer.id), response: { clientDataJSON, authenticatorData, signature } },
      // The counter is judged below, in one statement with taking it, and only for what was rightly signed.
      credential: { id: known.id, publicKey, counter: 0 },
    }),
  );
  if (verified?.verified !== true) return false;
  if (!(await takeCounter(workings.db, known.id, verified.authenticationInfo.newCounter))) {
    await note(workings, person, 'passkey-counter-back');
    return false;
  }
  await forgetTries(workings.db, person.id);
  return true;
}

function credential(id: string) {
  return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
}
