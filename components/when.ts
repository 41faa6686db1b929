const dateAndTime = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const timeOfDay = new Intl.DateTimeFormat('en', { timeStyle: 'short' });
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** An ISO 8601 time in the reader's time zone, without the date on the day of `now` (milliseconds); the text itself when it is none. */
export function sayTime(iso: string, now?: number): string {
  const isToday = now !== undefined && sayDay(iso) === day.format(now);
  return format(isToday ? timeOfDay : dateAndTime, iso);
}

/** An ISO 8601 time as a day in the reader's time zone. */
export function sayDay(iso: string): string {
  return format(day, iso);
}

/** How long ago an ISO 8601 time is, e.g. `3 days ago`. `now` is in milliseconds since 1970. */
export function sayAge(iso: string, now: number): string {
  const difference = Date.parse(iso) - now;
  if (Number.isNaN(difference)) return iso;
  for (const [unit, length] of steps) {
    if (Math.abs(difference) >= length) return relative.format(Math.trunc(difference / length), unit);
  }
  return 'just now';
}

function format(formatter: Intl.DateTimeFormat, iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : formatter.format(time);
}
