import { alertsOf, levelOf } from '../privacy/fleet-alerts.ts';
import { fewestPeople } from '../privacy/places.ts';
import { readDelegationEnd, readHeadline } from '../read-policy.ts';
import { lastBackupDay } from '../store/alerts.ts';
import { newestCheckpointHour } from '../store/checkpoints.ts';
import { dayOf } from '../store/database.ts';
import { fleetOfDay } from '../store/fleet.ts';
import { networkStops } from '../store/network-stops.ts';
import { currentPolicy } from '../store/policies.ts';
import { lastClosableDay, overridesByDay } from '../store/published-counts.ts';
import { countQueues } from '../store/sink-queue.ts';
import { readSinks } from '../store/sinks.ts';
import { fleetAlertKinds } from '../vocabulary.ts';
import type { AlertLevel } from '../vocabulary.ts';
import type { Workings } from '../workings.ts';
import { overrideDays, overrideSeverity } from './overrides.ts';
import type { Condition, StoredAlert } from './reconcile.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Days that are left, or that have gone by: a warning at the first, an alarm at the second. */
const delegationDays = { warning: 21, alarm: 7 };
const failingDays = { warning: 1, alarm: 3 };
const backupDays = { warning: 8, alarm: 15 };
/** What was signed may be ahead of another process by this. */
const clockSlack = 2 * hour;

/** Everything that is alarming now. `open` are the alerts that are: a level holds a little longer than it begins. */
export async function findConditions(workings: Workings, open: readonly StoredAlert[]): Promise<readonly Condition[]> {
  const found = await Promise.all([
    fleetConditions(workings, open),
    overrideConditions(workings, open),
    networkConditions(workings, open),
    policyConditions(workings),
    delegationConditions(workings),
    sinkConditions(workings),
    clockConditions(workings),
    backupConditions(workings),
  ]);
  return found.flat();
}

/** The groups on the newest day that is over, by the numbers that may be shown of them. */
async function fleetConditions({ db, clock }: Workings, open: readonly StoredAlert[]): Promise<readonly Condition[]> {
  const now = clock();
  const date = dayOf(now - day);
  const groups = await fleetOfDay(db, { day: date, now });
  const before = fleetAlertKinds.flatMap((kind) =>
    open.filter((alert) => alert.kind === kind).map(({ subject, level }) => ({ kind, group: subject, level })),
  );
  return alertsOf(groups ?? [], { day: date, before }).map(({ kind, group, level }) => ({
    kind,
    subject: group,
    level,
  }));
}

async function overrideConditions(
  { db, clock }: Workings,
  open: readonly StoredAlert[],
): Promise<readonly Condition[]> {
  const last = lastClosableDay(clock());
  const days = await overridesByDay(db, dayOf(Date.parse(last) - overrideDays * day));
  const before = open.find(({ kind }) => kind === 'many-overrides')?.level;
  const level = levelOf(overrideSeverity(days, last), before);
  return level === undefined ? [] : [{ kind: 'many-overrides', subject: '', level }];
}

/** That this share of the browsers had to be saved by their last ring is a warning, twice of it an alarm; of few people nothing is told. */
const stoppedShare = 0.02;

/** One person's rare way out is an entry; that of many is a gate that no longer holds. */
async function networkConditions({ db, clock }: Workings, open: readonly StoredAlert[]): Promise<readonly Condition[]> {
  const { people, heard } = await networkStops(db, dayOf(clock() - day));
  if (people < fewestPeople) return [];
  const before = open.find(({ kind }) => kind === 'network-stops')?.level;
  return conditionOf('network-stops', '', levelOf(people / (stoppedShare * Math.max(heard, people)), before));
}

/** There was one: somebody took it out, or the database is another. */
async function policyConditions({ db, keys }: Workings): Promise<readonly Condition[]> {
  const isGone = keys.policyMark.read() !== undefined && (await currentPolicy(db)) === undefined;
  return conditionOf('policy-gone', '', isGone ? 'alarm' : undefined);
}

/** The root keys may be offline: then nobody but a person can make the next delegation. */
async function delegationConditions({ db, clock }: Workings): Promise<readonly Condition[]> {
  const stored = await currentPolicy(db);
  const end = stored && readDelegationEnd(stored);
  if (end === undefined) return [];
  const left = (end - clock()) / day;
  return conditionOf('delegation-ending', '', levelBelow(left, delegationDays));
}

async function sinkConditions({ db, clock }: Workings): Promise<readonly Condition[]> {
  const sinks = await readSinks(db);
  const dead = new Set((await countQueues(db)).filter((queue) => queue.dead).map(({ sink_id: id }) => id));
  return sinks.flatMap(({ id, enabled, failingSince }) => {
    const failing = failingSince === null || !enabled ? -1 : daysSince(failingSince, clock());
    return [
      ...conditionOf('sink-failing', id, levelAbove(failing, failingDays)),
      ...conditionOf('dead-letters', id, dead.has(id) ? 'warning' : undefined),
    ];
  });
}

/** What was signed before is dated later than now: the clock was right then or is right now, and both make trouble. */
async function clockConditions({ db, clock }: Workings): Promise<readonly Condition[]> {
  const stored = await currentPolicy(db);
  const headline = stored && readHeadline(stored);
  const checkpoint = await newestCheckpointHour(db);
  const signed = [
    ...(headline === undefined ? [] : [Date.parse(headline.issuedAt)]),
    ...(checkpoint === undefined ? [] : [Date.parse(`${checkpoint}:00:00Z`)]),
  ];
  return conditionOf('clock-behind', '', Math.max(...signed, 0) > clock() + clockSlack ? 'alarm' : undefined);
}

/** Nothing is known of backups that another program makes: only where ours made one before, its age says something. */
async function backupConditions({ db, clock }: Workings): Promise<readonly Condition[]> {
  const last = await lastBackupDay(db);
  const age = last === undefined ? -1 : daysSince(last, clock());
  return conditionOf('backup-old', '', levelAbove(age, backupDays));
}

type Bars = Readonly<Record<AlertLevel, number>>;

function levelAbove(value: number, { warning, alarm }: Bars): AlertLevel | undefined {
  if (value >= alarm) return 'alarm';
  return value >= warning ? 'warning' : undefined;
}

function levelBelow(value: number, { warning, alarm }: Bars): AlertLevel | undefined {
  return levelAbove(-value, { warning: -warning, alarm: -alarm });
}

function conditionOf(kind: Condition['kind'], subject: string, level: AlertLevel | undefined): readonly Condition[] {
  return level === undefined ? [] : [{ kind, subject, level }];
}

/** Whole UTC days between a day and a moment. */
function daysSince(date: string, now: number): number {
  return (Date.parse(dayOf(now)) - Date.parse(date)) / day;
}
