import * as z from 'zod/mini';
import { SeenCheckpoint, SignedCheckpoint } from '../../lib/contract/audit.ts';

/** A checkpoint that somebody else kept: as the endpoint signed it, or as a browser saw it. */
export type OutsideCheckpoint = { readonly signed: SignedCheckpoint } | { readonly seen: SeenCheckpoint };

const Shape = z.union([
  z.pipe(
    SignedCheckpoint,
    z.transform((signed): OutsideCheckpoint => ({ signed })),
  ),
  // As a webhook gets it.
  z.pipe(
    z.object({ type: z.literal('audit.checkpoint'), data: SignedCheckpoint }),
    z.transform(({ data }): OutsideCheckpoint => ({ signed: data })),
  ),
  // As it stands in an export.
  z.pipe(
    z.strictObject({ signed: SignedCheckpoint }),
    z.transform((given): OutsideCheckpoint => given),
  ),
  z.pipe(
    SeenCheckpoint,
    z.transform((seen): OutsideCheckpoint => ({ seen })),
  ),
]);

/**
 * The checkpoints of a file: one in a line, and before its JSON whatever a collector puts there. `undefined` when a line that is not
 * empty holds none: a file that is read in part would look like one that says nothing.
 */
export function readOutside(lines: readonly string[]): readonly OutsideCheckpoint[] | undefined {
  const found: OutsideCheckpoint[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const checkpoint = readLine(line);
    if (checkpoint === undefined) return undefined;
    found.push(checkpoint);
  }
  return found.length === 0 ? undefined : found;
}

function readLine(line: string): OutsideCheckpoint | undefined {
  try {
    return Shape.safeParse(JSON.parse(line.slice(Math.max(line.indexOf('{'), 0)))).data;
  } catch {
    return undefined; // the caller says so
  }
}
