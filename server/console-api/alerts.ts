import { AlertList } from '../alerts/contract.ts';
import { acknowledgeAlert, readAlerts } from '../store/alerts.ts';
import { dayOf } from '../store/database.ts';
import { readSinks } from '../store/sinks.ts';
import { fleetAlertKinds } from '../vocabulary.ts';
import type { Workings } from '../workings.ts';
import { act, readId } from './handler.ts';
import type { Handler } from './handler.ts';

/** `GET /api/alerts`: what is open, and what was closed lately. */
export function alertsHandler({ db }: Workings): Handler {
  return async (c) => {
    const titles = new Map((await readSinks(db)).map(({ id, title }) => [id, title]));
    const alerts = (await readAlerts(db)).map(
      ({ kind, subject, highest: _peak, told: _told, toldOn: _on, ...alert }) => ({
        ...alert,
        kind,
        group: fleetAlertKinds.some((one) => one === kind) ? subject : null,
        sink: titles.get(subject) ?? null,
      }),
    );
    return c.json(AlertList.parse({ alerts }));
  };
}

/** `POST /api/alerts/:id/acknowledge`: it stays open, and is not repeated unless it gets worse. */
export function acknowledgeHandler(workings: Workings): Handler {
  return async (c) => {
    const id = readId(c);
    if (id === undefined) return c.json({ reason: 'not-found' }, 404);
    const day = dayOf(workings.clock());
    const done = await act(c, workings, async (queries) => {
      const value = await acknowledgeAlert(queries, { id, by: c.get('caller').name, day });
      return { value, target: value ? id : undefined };
    });
    return done ? c.json({ done: true }) : c.json({ reason: 'not-found' }, 404);
  };
}
