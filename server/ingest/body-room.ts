/** Bytes, inflated, of bodies that are being read at once. */
export interface BodyLimits {
  readonly all: number;
  /** Above this an installation starts no other: a few that send slowly do not keep out the rest. */
  readonly each: number;
}

/** A thousand usual batches at a time; each is here for milliseconds, unless its network is slow. */
const usualLimits: BodyLimits = { all: 128 * 1024 * 1024, each: 16 * 1024 * 1024 };

export interface BodyRoom {
  /** Counts a body until the function that it gives is called, once or more often; `undefined` when there is no room for it. */
  enter(installId: string, bytes: number): (() => void) | undefined;
}

export function bodyRoom({ all, each }: BodyLimits = usualLimits): BodyRoom {
  const held = new Map<string, number>();
  let total = 0;
  const add = (installId: string, bytes: number) => {
    const now = (held.get(installId) ?? 0) + bytes;
    total += bytes;
    if (now > 0) held.set(installId, now);
    else held.delete(installId);
  };
  return {
    enter(installId, bytes) {
      if (total + bytes > all || (held.get(installId) ?? 0) >= each) return undefined;
      add(installId, bytes);
      let isHere = true;
      return () => {
        if (isHere) add(installId, -bytes);
        isHere = false;
      };
    },
  };
}

export interface BodySizes {
  /** Of a body as it is sent. */
  readonly sent: number;
  readonly inflated: number;
}

/** Real batches shrink to a fifth at best: salts and ids are random. A short one may say the same thing over and over. */
const [usualRatio, leastInflated] = [8, 128 * 1024];

/** Bytes that a body may have once it is inflated, by what its headers say. One that does not say its length may be of any. */
export function largestInflated(header: (name: string) => string | undefined, most: BodySizes): number {
  const length = Math.min(Number(header('content-length') ?? most.sent), most.sent);
  if (header('content-encoding') !== 'gzip') return length;
  return Math.min(Math.max(length * usualRatio, leastInflated), most.inflated);
}
