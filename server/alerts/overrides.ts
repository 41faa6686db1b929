import type { DayOfOverrides } from '../store/published-counts.ts';

const day = 86_400_000;
/** The newest days of the closed ones, and those before them that they are compared with. */
const recentDays = 7;
export const overrideDays = 35;
/** Fewer say nothing about what is usual. */
const fewestDaysBefore = 10;
const fewestRecent = 20;
/** So many times as often as before raises a warning, and twice of it an alarm. */
const increase = 2;
/** Below this share nothing counts as usual: from nearly none to a few is no reason. */
const leastShare = 0.02;

/**
 * How much more often people override what Sluice asks, of all that was recorded: 1 raises a warning, 2 an alarm. It knows published
 * counts alone, `days` from oldest to newest, up to `last` (`YYYY-MM-DD`), the newest day that can be closed.
 */
export function overrideSeverity(days: readonly DayOfOverrides[], last: string): number {
  const ago = ({ day: date }: DayOfOverrides) => (Date.parse(last) - Date.parse(date)) / day;
  const recent = days.filter((one) => ago(one) < recentDays);
  const before = days.filter((one) => ago(one) >= recentDays && ago(one) < overrideDays);
  if (before.length < fewestDaysBefore) return 0;
  const overridden = recent.reduce((sum, one) => sum + one.overridden, 0);
  if (overridden < fewestRecent) return 0;
  return shareOf(recent) / (increase * Math.max(shareOf(before), leastShare));
}

function shareOf(days: readonly DayOfOverrides[]): number {
  const incidents = days.reduce((sum, one) => sum + one.incidents, 0);
  return days.reduce((sum, one) => sum + one.overridden, 0) / incidents;
}
