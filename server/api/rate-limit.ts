export interface Rate {
  /** Requests that may come at once. */
  readonly burst: number;
  readonly perSecond: number;
}

export interface RateLimit {
  /** 0 when the request may go on, else whole seconds to wait. */
  take(subject: string, now: number): number;
}

interface Level {
  tokens: number;
  at: number;
}

const maxSubjects = 200_000;

/** A token bucket per subject, in memory: a limit per process. */
export function rateLimit({ burst, perSecond }: Rate): RateLimit {
  const levels = new Map<string, Level>();
  return {
    take(subject, now) {
      const level = levels.get(subject) ?? { tokens: burst, at: now };
      const refilled = Math.min(burst, level.tokens + (Math.max(0, now - level.at) / 1_000) * perSecond);
      level.tokens = refilled < 1 ? refilled : refilled - 1;
      level.at = now;
      levels.delete(subject); // the one used last stands last
      levels.set(subject, level);
      if (levels.size > maxSubjects) forgetOldest(levels);
      return refilled < 1 ? Math.max(1, Math.ceil((1 - refilled) / perSecond)) : 0;
    },
  };
}

function forgetOldest(levels: Map<string, Level>): void {
  const [oldest] = levels.keys();
  if (oldest !== undefined) levels.delete(oldest);
}
