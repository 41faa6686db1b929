import type { Storage } from 'webextension-polyfill';
import { SeenCheckpoint } from '../contract/audit.ts';
import { Managed } from '../contract/managed.ts';
import { ContactState, MembershipFields, Revocation, StoredPolicy } from '../contract/membership.ts';
import { createItem, createMemoryItem, readerOf } from '../storage/items.ts';
import type { Item, Reader } from '../storage/items.ts';
import type { Witnessed } from './audit-witness.ts';
import { isBearer } from './enrol.ts';
import type { Bearer } from './enrol.ts';
import { isHighest } from './policy-pull.ts';
import type { Highest } from './policy-pull.ts';
import { isTimes } from './schedule.ts';
import type { Times } from './schedule.ts';

export interface Areas {
  readonly local: Storage.StorageArea;
  readonly session: Storage.StorageArea | undefined;
  readonly onCorrupt: (what: string) => void;
}

/** What the tie to the organisation keeps outside of the database. */
export interface Stored {
  /** The fields of a join code. Until another code is entered. */
  readonly joined: Item<MembershipFields>;
  /** How the last contacts went. Until the membership changes. */
  readonly contact: Item<ContactState>;
  /** The last good values that IT set. Until IT takes them away. */
  readonly managed: Item<Managed>;
  /** The last good signed policy. Until a newer one was accepted. */
  readonly policy: Item<StoredPolicy>;
  /** The highest policy ever seen. Until another organisation's is accepted. */
  readonly highest: Item<Highest>;
  /** The last checkpoint of the organisation's audit log. Until another organisation's is seen. */
  readonly witnessed: Item<Witnessed>;
  /** The last registration that was withdrawn. Until another one is. */
  readonly revoked: Item<Revocation>;
  /** Says that there was a database. Never cleared. */
  readonly born: Item<true>;
  /** The rest lives as long as the browser runs. */
  readonly bearer: Item<Bearer>;
  readonly times: Item<Times>;
  readonly browserStart: Item<number>;
}

export function createStored({ local, session, onCorrupt }: Areas): Stored {
  const kept = <T>(key: string, schema: Reader<T>) => createItem({ area: local, key, schema, onCorrupt });
  const passing = <T>(key: string, isValue: (value: unknown) => value is T) =>
    session === undefined
      ? createMemoryItem<T>()
      : createItem({ area: session, key, schema: readerOf(isValue), onCorrupt });
  return {
    joined: kept('membership', MembershipFields),
    contact: kept('contact', ContactState),
    managed: kept('managed', Managed),
    policy: kept('policy', StoredPolicy),
    highest: kept('highestPolicy', readerOf(isHighest)),
    witnessed: kept('auditSeen', readerOf(isWitnessed)),
    revoked: kept('revoked', Revocation),
    born: kept(
      'born',
      readerOf((value): value is true => value === true),
    ),
    bearer: passing('bearer', isBearer),
    times: passing('times', isTimes),
    browserStart: passing('browserStart', (value): value is number => Number.isSafeInteger(value)),
  };
}

function isWitnessed(value: unknown): value is Witnessed {
  const { seen, alarm } = Object(value) as Partial<Witnessed>;
  return SeenCheckpoint.safeParse(seen).success && (alarm === undefined || Number.isFinite(alarm.since));
}
