import type { Keys } from './keys/key-folder.ts';
import type { Log } from './log.ts';
import type { Database } from './store/database.ts';

/** Milliseconds since 1970. The only clock of the endpoint, so that tests can move it. */
export type Clock = () => number;

/** What every route needs. */
export interface Workings {
  readonly db: Database;
  readonly keys: Keys;
  readonly orgId: string;
  readonly clock: Clock;
  readonly log: Log;
}
