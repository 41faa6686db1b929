import * as z from 'zod/mini';
import type { Queries } from '../store/database.ts';
import { approveInstall, listInstalls, revokeInstall } from '../store/installs.ts';
import type { Workings } from '../workings.ts';
import { day } from './contract.ts';
import { InstallQuery } from './enrolment-contract.ts';
import type { InstallPage } from './enrolment-contract.ts';
import { act, readId } from './handler.ts';
import type { ConsoleContext, Handler } from './handler.ts';

const pageSize = 50;

const Position = z.tuple([day, z.uuidv4()]);

/** `GET /api/installs`: the newest first. */
export function installsHandler({ db }: Workings): Handler {
  return async (c) => {
    const query = InstallQuery.safeParse(c.req.query());
    const position = query.data?.after === undefined ? undefined : Position.safeParse(query.data.after.split('~'));
    if (!query.success || position?.success === false) return c.json({ reason: 'bad-request' }, 400);
    const { token: tokenId, state } = query.data;
    const [enrolledOn, id] = position?.data ?? [];
    const after = enrolledOn !== undefined && id !== undefined ? { enrolledOn, id } : undefined;
    const found = await listInstalls(db, { filters: { tokenId, state }, after, limit: pageSize + 1 });
    const shown = found.slice(0, pageSize);
    const last = found.length > pageSize ? shown.at(-1) : undefined;
    return c.json({
      installs: shown.map((install) => ({
        id: install.id,
        group: install.group ?? null,
        state: install.state,
        enrolledOn: install.enrolledOn,
      })),
      next: last === undefined ? null : `${last.enrolledOn}~${last.id}`,
    } satisfies InstallPage);
  };
}

/** `POST /api/installs/:id/approve`. */
export function approveHandler(workings: Workings): Handler {
  return (c) => change(c, workings, approveInstall);
}

/** `DELETE /api/installs/:id`: this browser may speak no more, within half a minute. */
export function revokeInstallHandler(workings: Workings): Handler {
  return (c) => change(c, workings, (queries, id) => revokeInstall(queries, id, workings.clock()));
}

async function change(
  c: ConsoleContext,
  workings: Workings,
  work: (queries: Queries, id: string) => Promise<boolean>,
): Promise<Response> {
  const id = readId(c);
  const isDone =
    id !== undefined &&
    (await act(c, workings, async (queries) => {
      const value = await work(queries, id);
      return { value, target: value ? id : undefined };
    }));
  return isDone ? c.json({ done: true }) : c.json({ reason: 'not-found' }, 404);
}
