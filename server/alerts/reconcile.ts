import { randomUUID } from 'node:crypto';
import { alertLevels } from '../vocabulary.ts';
import type { AlertEvent, AlertKind, AlertLevel } from '../vocabulary.ts';

/** Something that is alarming now. Kind and subject together are its key. */
export interface Condition {
  readonly kind: AlertKind;
  /** A group, the id of a sink, or nothing. */
  readonly subject: string;
  readonly level: AlertLevel;
}

/** An alert as it is stored. Days are UTC, `YYYY-MM-DD`. */
export interface StoredAlert extends Condition {
  /** New for each time that it opens. */
  readonly id: string;
  /** The highest level since it opened. */
  readonly highest: AlertLevel;
  readonly since: string;
  readonly closedOn: string | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedOn: string | null;
  /** What people were told last: a level, or that it is over. */
  readonly told: AlertLevel | 'closed' | null;
  readonly toldOn: string | null;
}

export interface News {
  readonly alert: StoredAlert;
  readonly event: AlertEvent;
}

/**
 * Brings stored alerts together with what holds on `today`: the alerts to store, and what people should be told. An alert opens once; it
 * is repeated once a day until somebody acknowledges it or it is over. One that comes and goes within a day is told of once.
 */
export function reconcile(
  stored: readonly StoredAlert[],
  holding: readonly Condition[],
  today: string,
): { readonly changed: readonly StoredAlert[]; readonly news: readonly News[] } {
  const keyOf = ({ kind, subject }: Pick<Condition, 'kind' | 'subject'>) => `${kind} ${subject}`;
  const before = new Map(stored.map((alert) => [keyOf(alert), alert]));
  const held = new Set(holding.map(keyOf));
  const open = holding.map((condition) => hold(before.get(keyOf(condition)), condition, today));
  const over = stored.filter((alert) => alert.closedOn === null && !held.has(keyOf(alert)));
  const all = [...open, ...over.map((alert) => close(alert, today))];
  const changed = all.map(({ alert }) => alert).filter((alert) => !isSame(alert, before.get(keyOf(alert))));
  return { changed, news: all.flatMap(({ alert, event }) => (event === undefined ? [] : [{ alert, event }])) };
}

interface Step {
  readonly alert: StoredAlert;
  readonly event: AlertEvent | undefined;
}

function hold(before: StoredAlert | undefined, condition: Condition, today: string): Step {
  const alert =
    before?.closedOn === null
      ? { ...before, level: condition.level, highest: higher(before.highest, condition.level) }
      : opened(before, condition, today);
  const event = eventOf(alert, today);
  if (event === undefined) return { alert, event };
  const told = { ...alert, told: alert.level, toldOn: today };
  // Whoever took note did so of something smaller.
  return { alert: event === 'raised' ? { ...told, acknowledgedBy: null, acknowledgedOn: null } : told, event };
}

function opened(before: StoredAlert | undefined, condition: Condition, today: string): StoredAlert {
  return {
    ...condition,
    id: randomUUID(),
    highest: condition.level,
    since: today,
    closedOn: null,
    acknowledgedBy: null,
    acknowledgedOn: null,
    told: before?.told ?? null,
    toldOn: before?.toldOn ?? null,
  };
}

function eventOf({ level, told, toldOn, acknowledgedBy }: StoredAlert, today: string): AlertEvent | undefined {
  if (told === null || told === 'closed') return toldOn === today ? undefined : 'opened';
  if (higher(told, level) !== told) return 'raised';
  return toldOn === today || acknowledgedBy !== null ? undefined : 'still';
}

function close(before: StoredAlert, today: string): Step {
  const alert = { ...before, closedOn: today };
  if (before.told === null || before.told === 'closed') return { alert, event: undefined };
  return { alert: { ...alert, told: 'closed', toldOn: today }, event: 'closed' };
}

function higher(left: AlertLevel, right: AlertLevel): AlertLevel {
  return isAtLeast(left, right) ? left : right;
}

export function isAtLeast(level: AlertLevel, bar: AlertLevel): boolean {
  return alertLevels.indexOf(level) >= alertLevels.indexOf(bar);
}

function isSame(left: StoredAlert, right: StoredAlert | undefined): boolean {
  const names = Object.keys(left) as (keyof StoredAlert)[]; // our own literal above
  return right !== undefined && names.every((name) => left[name] === right[name]);
}
