import * as z from 'zod/mini';
import { fromBase64url } from '../../lib/contract/bytes.ts';
import { randomSecret } from '../keys/key-files.ts';
import { addChallenge, takeChallenge } from '../store/challenges.ts';
import type { Challenge } from '../store/challenges.ts';
import type { ChallengePurpose } from '../vocabulary.ts';
import type { Workings } from '../workings.ts';
import { passkeyName } from './own-site.ts';
import type { OwnSite } from './own-site.ts';

export const challengeMilliseconds = 5 * 60_000;

export interface GivenChallenge {
  readonly token: string;
  readonly challenge: string;
}

/** Something to sign, for one purpose, once, within minutes. */
export async function newChallenge(
  { db, clock }: Workings,
  purpose: ChallengePurpose,
  personId: string | undefined,
): Promise<GivenChallenge> {
  const [token, challenge] = [randomSecret(), randomSecret()];
  await addChallenge(db, { token, challenge, personId, purpose, expiresAt: clock() + challengeMilliseconds });
  return { token, challenge };
}

export interface Expected {
  readonly challenge: Challenge;
  readonly checks: {
    readonly expectedChallenge: string;
    readonly expectedOrigin: string;
    readonly expectedRPID: string;
    readonly requireUserVerification: true;
  };
}

interface Asked {
  readonly token: string;
  readonly purpose: ChallengePurpose;
  readonly answer: { readonly response: { readonly clientDataJSON: string } };
}

/** What an answer has to fit; `undefined` when its challenge is not open or its page was not ours. The challenge is used up by it. */
export async function takeExpected(
  { db, clock }: Workings,
  site: OwnSite,
  asked: Asked,
): Promise<Expected | undefined> {
  const challenge = await takeChallenge(db, asked.token, clock());
  const expectedRPID = passkeyName(site);
  const origin = originOf(asked.answer.response.clientDataJSON);
  if (challenge?.purpose !== asked.purpose || expectedRPID === undefined) return undefined;
  if (origin === undefined || !site.isOwnOrigin(origin)) return undefined;
  const expectedChallenge = challenge.challenge;
  return {
    challenge,
    checks: { expectedChallenge, expectedOrigin: origin, expectedRPID, requireUserVerification: true },
  };
}

const ClientData = z.object({ origin: z.string() });

/** The origin of the page that asked, as the browser wrote it down and the passkey signed it. */
function originOf(clientDataJSON: string): string | undefined {
  try {
    const text = new TextDecoder().decode(fromBase64url(clientDataJSON));
    return ClientData.safeParse(JSON.parse(text)).data?.origin;
  } catch {
    return undefined; // not JSON
  }
}

/** The library throws for whatever does not fit. Its messages may hold what was sent, so they go nowhere. */
export async function orRefused<Value>(work: Promise<Value>): Promise<Value | undefined> {
  return work.catch(() => undefined);
}
