import { countInstalls } from '../store/installs.ts';
import type { Workings } from '../workings.ts';
import type { Overview } from './contract.ts';
import type { Handler } from './handler.ts';

/** Fewer people than this are never counted, nor told apart by two numbers. */
const leastPeople = 5;

/** `GET /api/overview`: how many browsers are enrolled, where that may be said. */
export function overviewHandler({ db, orgId }: Workings): Handler {
  return async (c) => {
    const installs = await countInstalls(db);
    return c.json({
      enrolled: installs < leastPeople ? null : installs - (installs % leastPeople),
      orgId,
    } satisfies Overview);
  };
}
