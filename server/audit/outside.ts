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
 * The checkpoints of a file: one in a line, before its JSON whatever a collector puts there and around it whatever a SIEM does.
 * `undefined` when a line that is not empty holds none: a file that is read in part would look like one that says nothing.
 */
export function readOutside(lines: readonly string[]): readonly OutsideCheckpoint[] | undefined {
  const found: OutsideCheckpoint[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const value = readJson(line.slice(Math.max(line.indexOf('{'), 0)));
    const checkpoint = Seen.safeParse(value).data ?? findSigned(value, deepest);
    if (checkpoint === undefined) return undefined;
    found.push(checkpoint);
  }
  return found.length === 0 ? undefined : found;
}

/** In an export, a webhook's body, a document of Elasticsearch, an OTLP record or a search result it stands at different depths. */
const deepest = 12;

function findSigned(value: unknown, depth: number): OutsideCheckpoint | undefined {
  if (depth === 0) return undefined;
  if (typeof value === 'string') return value.startsWith('{') ? findSigned(readJson(value), depth - 1) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const signed = SignedCheckpoint.safeParse(value).data;
  if (signed !== undefined) return { signed };
  for (const member of Object.values(value)) {
    const found = findSigned(member, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no checkpoint, and the caller says so
  }
}
