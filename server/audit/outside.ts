import * as z from 'zod/mini';
import { SeenCheckpoint, SignedCheckpoint } from '../../lib/contract/audit.ts';

/** A checkpoint that somebody else kept: as the endpoint signed it, or as a browser saw it. */
export type OutsideCheckpoint = { readonly signed: SignedCheckpoint } | { readonly seen: SeenCheckpoint };

/** What a browser saw. */
const Seen = z.pipe(
  SeenCheckpoint,
  z.transform((seen): OutsideCheckpoint => ({ seen })),
);

/**
 * The checkpoints of a file: JSON in lines, or one JSON as a whole; before it whatever a collector puts there, and around it whatever a
 * SIEM does. `undefined` when a line that is not empty holds none: a file that is read in part would look like one that says nothing.
 */
export function readOutside(lines: readonly string[]): readonly OutsideCheckpoint[] | undefined {
  const found = lines.filter((line) => line.trim() !== '').map((line) => readText(line));
  if (found.every((each) => each.length > 0)) return found.length === 0 ? undefined : found.flat();
  const whole = readText(lines.join('\n'));
  return whole.length === 0 ? undefined : whole;
}

/** In an export, a webhook's body, a document of Elasticsearch, an OTLP record or a search result they stand at different depths. */
const deepest = 32;

/** All that a text holds. */
function readText(text: string, depth = deepest): readonly OutsideCheckpoint[] {
  const start = text.search(/[[{]/);
  if (start < 0) return [];
  const value = readJson(text) ?? readJson(text.slice(start)) ?? readJson(text.slice(Math.max(text.indexOf('{'), 0)));
  return findIn(value, depth);
}

function findIn(value: unknown, depth: number): readonly OutsideCheckpoint[] {
  if (depth === 0) return [];
  if (typeof value === 'string') return readText(value, depth - 1);
  if (typeof value !== 'object' || value === null) return [];
  const signed = SignedCheckpoint.safeParse(value).data;
  if (signed !== undefined) return [{ signed }];
  const seen = Seen.safeParse(value).data;
  if (seen !== undefined) return [seen];
  return Object.values(value).flatMap((member) => findIn(member, depth - 1));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no checkpoint, and the caller says so
  }
}
