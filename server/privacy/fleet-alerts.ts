import { fleetAlertKinds } from '../vocabulary.ts';
import type { AlertLevel, Fact, FleetAlertKind } from '../vocabulary.ts';
import type { FleetGroup } from './fleet-summary.ts';
import { fewestPeople } from './places.ts';

export interface Alert {
  readonly kind: FleetAlertKind;
  readonly group: string;
  readonly level: AlertLevel;
}

/** Shares of a group, 0 to 1. */
export interface AlertSettings {
  /** Alert when fewer than this share of the expected devices were heard; an alarm at half of it. */
  readonly heardAtLeast: number;
  /** Alert when this share of those heard or more is so; an alarm at twice of it. */
  readonly most: Readonly<Record<Exclude<FleetAlertKind, 'silent-group'>, number>>;
}

export const defaultAlertSettings: AlertSettings = {
  heardAtLeast: 0.5,
  most: { degraded: 0.1, drift: 0.1, 'ring-disagreement': 0.1, 'stale-policy': 0.2, audit: 0.01 },
};

/** An alert of yesterday goes on until its cause is this much better than what raises one, so that it does not come and go. */
const slack = 0.2;

export interface AlertContext {
  /** The day of the numbers, UTC, `YYYY-MM-DD`. */
  readonly day: string;
  /** The alerts of the day before: they make an alert, and a level, last a little longer than they begin. */
  readonly before: readonly Alert[];
  readonly settings?: AlertSettings;
}

/** Alerts of one day, from numbers that may be shown alone. */
export function alertsOf(
  summary: readonly FleetGroup[],
  { day, before: yesterday, settings = defaultAlertSettings }: AlertContext,
): readonly Alert[] {
  return summary.flatMap((group) =>
    fleetAlertKinds.flatMap((kind) => {
      const before = yesterday.find((alert) => alert.kind === kind && alert.group === group.group)?.level;
      const level = levelOf(severityOf(kind, group, { day, settings }), before);
      return level === undefined ? [] : [{ kind, group: group.group, level }];
    }),
  );
}

/** 1 raises a warning and 2 an alarm; a level holds a little longer than it begins. */
export function levelOf(severity: number, before: AlertLevel | undefined): AlertLevel | undefined {
  const easier = (bar: number, holds: boolean) => bar * (holds ? 1 - slack : 1);
  if (severity >= easier(2, before === 'alarm')) return 'alarm';
  return severity >= easier(1, before !== undefined) ? 'warning' : undefined;
}

type Context = Required<Pick<AlertContext, 'day' | 'settings'>>;

function severityOf(kind: FleetAlertKind, group: FleetGroup, { day, settings }: Context): number {
  if (kind === 'silent-group') return silenceOf(group, day, settings.heardAtLeast);
  const limit = settings.most[kind];
  return limit > 0 ? shareOf(kind, group) / limit : 0;
}

/** Sunday is 0. Somewhere one of these and the next is the weekend. */
const weekendDays = [5, 6, 0];

/**
 * How many times too few were heard. Where their number is hidden, or nobody was heard, there were fewer than five. Nobody works on a
 * weekend: on its days, wherever it is, whoever was heard within three days counts.
 */
function silenceOf({ expected, presence }: FleetGroup, day: string, heardAtLeast: number): number {
  if (expected === undefined || expected < fewestPeople) return 0;
  const lately = weekendDays.includes(new Date(day).getUTCDay()) ? (presence.quiet ?? 0) : 0;
  return (expected * heardAtLeast) / ((presence.heard ?? fewestPeople - 1) + lately);
}

function shareOf(kind: Exclude<FleetAlertKind, 'silent-group'>, group: FleetGroup): number {
  const heard = group.presence.heard ?? 0;
  if (heard === 0) return 0;
  if (kind === 'drift') return Math.max(0, ...Object.values(group.drift)) / heard;
  const [fact, ...bad] = looksAt[kind];
  const kinds = group.kinds[fact];
  const shown = bad.reduce((sum, name) => sum + (kinds?.shown[name] ?? 0), 0) / heard;
  return kinds?.majority !== undefined && bad.includes(kinds.majority) ? Math.max(shown, 0.5) : shown;
}

const looksAt: Readonly<Record<Exclude<FleetAlertKind, 'silent-group' | 'drift'>, readonly [Fact, ...string[]]>> = {
  degraded: ['state', 'degraded'],
  'ring-disagreement': ['rings', 'disagree'],
  'stale-policy': ['policy', 'stale', 'behind'],
  audit: ['audit', 'shrunk', 'forked'],
};
