import type { Incident } from '../../lib/contract/incident.ts';
import type { Batch } from '../store/chains.ts';

/** How much a batch matters when not everything can be taken: that of its most severe entry. */
export type Urgency = 'low' | 'medium' | 'high';

/** Units of waiting work above which a batch of each urgency is refused. A unit is an entry, or a kilobyte where entries are long. */
export type LoadLimits = Readonly<Record<Urgency, number>>;

/** High and critical incidents keep a reserve above the limit of all others. */
const usualLimits: LoadLimits = { low: 20_000, medium: 25_000, high: 30_000 };

export interface LoadLimit {
  /** Seconds to wait before anything of this urgency is taken; 0 when there is room. */
  wait(urgency: Urgency): number;
  /** The same, and counts the work where there is room. */
  enter(weight: number, urgency: Urgency): number;
  leave(weight: number): void;
}

export function loadLimit(limits: LoadLimits = usualLimits): LoadLimit {
  let waiting = 0;
  const wait = (urgency: Urgency) => (waiting < limits[urgency] ? 0 : waitAtRandom());
  return {
    wait,
    enter(weight, urgency) {
      const seconds = wait(urgency);
      if (seconds === 0) waiting += weight;
      return seconds;
    },
    leave: (weight) => void (waiting -= weight),
  };
}

/** Seconds. Spread at random, so that those who were refused do not come back together. */
export function waitAtRandom(): number {
  return 5 + Math.floor(Math.random() * 26);
}

/** Waiting entries are held in memory, so long ones count by their length. */
export function weightOf({ entries }: Pick<Batch, 'entries'>): number {
  const length = entries.reduce((sum, { event }) => sum + event.length, 0);
  return Math.max(entries.length, Math.ceil(length / 1_024));
}

/** An incident without findings has a cause that nobody weighed: it counts as medium. Without any incident a batch can wait. */
export function urgencyOf(incidents: readonly Pick<Incident, 'findings'>[]): Urgency {
  const found = incidents.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  if (found.some((severity) => severity === 'critical' || severity === 'high')) return 'high';
  const weighed = incidents.every(({ findings }) => findings.length > 0);
  return weighed && found.every((severity) => severity === 'low') ? 'low' : 'medium';
}
