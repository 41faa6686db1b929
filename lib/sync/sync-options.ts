import type { Storage } from 'webextension-polyfill';
import type { Policy } from '../contract/policy.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import type { SluiceDatabase } from '../storage/database.ts';
import type { Health } from './heartbeat.ts';

/** What the tie to an organisation is made of. */
export interface SyncOptions {
  readonly db: SluiceDatabase;
  readonly local: Storage.StorageArea;
  /** `storage.session`: without it every start of the worker asks for a new token and polls at once. */
  readonly session?: Storage.StorageArea;
  readonly managed: Storage.StorageArea;
  readonly builtIn: Policy;
  readonly fetch: typeof fetch;
  readonly now?: () => number;
  /** What the heartbeat says besides policy and queue. */
  readonly health: () => Promise<Health>;
  readonly onPolicy: (policy: PolicyInForce) => void;
  readonly onCorrupt: (what: string) => void;
}
