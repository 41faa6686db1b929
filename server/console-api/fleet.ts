import { parseExpectedDevices } from '../privacy/expected-devices.ts';
import { alertsOf } from '../privacy/fleet-alerts.ts';
import { dayOf } from '../store/database.ts';
import { fleetOfDay, listExpectedDevices, replaceExpectedDevices } from '../store/fleet.ts';
import { countsByDay, countsOfDays } from '../store/published-counts.ts';
import type { Workings } from '../workings.ts';
import { Counts, CountsQuery, DevicesRequest, Fleet, FleetQuery } from './fleet-contract.ts';
import { act, readRequest, within } from './handler.ts';
import type { Handler } from './handler.ts';

const dayMilliseconds = 86_400_000;
const mostDays = 400;
const mostBytes = 512 * 1024;

/** `GET /api/fleet`: browsers by group on a day that is over, yesterday where none is named, and what is alarming. */
export function fleetHandler({ db, clock }: Workings): Handler {
  return async (c) => {
    const query = FleetQuery.safeParse(c.req.query());
    if (!query.success) return c.json({ reason: 'bad-request' }, 400);
    const now = clock();
    const { day = dayOf(now - dayMilliseconds) } = query.data;
    const groups = await fleetOfDay(db, { day, now });
    if (groups === undefined) return c.json({ reason: 'not-found' }, 404);
    const dayBefore = dayOf(Date.parse(day) - dayMilliseconds);
    const before = alertsOf((await fleetOfDay(db, { day: dayBefore, now })) ?? [], { day: dayBefore, before: [] });
    const alerts = alertsOf(groups, { day, before });
    const [expected] = await listExpectedDevices(db);
    return c.json(Fleet.parse({ day, groups, alerts, importedOn: expected?.importedOn ?? null }));
  };
}

/** `PUT /api/devices`: how many devices each group should have, in place of what was imported before. */
export function devicesHandler(workings: Workings): Handler {
  return async (c) => {
    const request = await readRequest(c, DevicesRequest, mostBytes);
    if (!request.ok) return request.refusal;
    const parsed = parseExpectedDevices(request.value.csv);
    if (!parsed.ok) return c.json({ reason: 'csv-refused', why: parsed.problems.join(' ') }, 422);
    const { groups } = parsed;
    const devices = groups.reduce((sum, group) => sum + group.devices, 0);
    await act(c, workings, async (queries) => {
      await replaceExpectedDevices(within(workings, queries).db, groups, workings.clock());
      return { value: undefined, target: 'devices', detail: { groups: groups.length, devices } };
    });
    return c.json({ groups: groups.length, devices });
  };
}

/** `GET /api/counts`: sums of the days' published values. */
export function countsHandler({ db }: Workings): Handler {
  return async (c) => {
    const query = CountsQuery.safeParse(c.req.query());
    if (!query.success) return c.json({ reason: 'bad-request' }, 400);
    const { from, to } = query.data;
    const length = (Date.parse(to) - Date.parse(from)) / dayMilliseconds;
    if (!(length >= 0 && length <= mostDays)) return c.json({ reason: 'bad-request' }, 400);
    const values = await countsOfDays(db, { from, to });
    const days = await countsByDay(db, { from, to, level: 'total' });
    return c.json(Counts.parse({ values, days: days.map(({ day, incidents }) => ({ day, incidents })) }));
  };
}
