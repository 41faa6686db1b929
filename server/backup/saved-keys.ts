import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { auditMarkFiles } from '../keys/audit-mark.ts';
import { openKeyFiles } from '../keys/key-files.ts';
import type { KeyFiles } from '../keys/key-files.ts';
import { rootKeysFile } from '../keys/offline-roots.ts';
import { openRootKey } from '../keys/own-root.ts';
import { policyMarkFile } from '../keys/policy-mark.ts';
import { revocationFileName } from '../keys/revocation-file.ts';
import { EndpointProblem } from '../problem.ts';
import { damaged } from './sealed-chunks.ts';

const periodDays = 30;
/** An incident is taken for so long after it happened; a pseudonym's key that is older names nothing any more. */
const acceptedDays = 180;
const day = 86_400_000;

/** What is there to tell a backup from what came after it. */
const staysOutside: readonly string[] = [...Object.values(auditMarkFiles), policyMarkFile, revocationFileName];

/**
 * The files of a folder of keys that a backup holds. Left out are drafts that a crash left behind, and keys of pseudonyms whose
 * period ended longer ago than an incident is accepted: without them an old pseudonym cannot be computed again.
 */
export function* keysToSave(
  folder: string,
  now: number,
): Generator<{ readonly key: string; readonly content: string }> {
  for (const key of readdirSync(folder).toSorted()) {
    if (key.startsWith('draft-') || staysOutside.includes(key) || isOver(key, now)) continue;
    yield { key, content: readFileSync(join(folder, key), 'utf8') };
  }
}

function isOver(name: string, now: number): boolean {
  const period = /^pseudonym-(\d+)\.key$/.exec(name)?.[1];
  return period !== undefined && (Number(period) + 1) * periodDays * day < now - acceptedDays * day;
}

export type SavedKeys = ReadonlyMap<string, string>;

/** The root keys of a backup are those that stand behind its signature. */
export function checkSavedKeys(saved: SavedKeys, rootKeys: string): void {
  const root = saved.has(rootKeysFile) ? rootKeysFile : 'root.key';
  for (const name of [root, 'signing.key', 'token.key', 'sealing.key']) if (!saved.has(name)) throw damaged();
  if (rootOf(filesOf(saved)) !== rootKeys) throw damaged();
}

/** A folder that holds other keys is another endpoint's. */
export function checkKeyFolder(folder: string, rootKeys: string): void {
  if (![rootKeysFile, 'root.key'].some((name) => existsSync(join(folder, name)))) return;
  if (rootOf(openKeyFiles(folder)) === rootKeys) return;
  throw new EndpointProblem(`The folder ${folder} holds the keys of another endpoint; choose another with --data.`);
}

/** Files that are there stay: they are the same, or newer. */
export function restoreKeys(folder: string, saved: SavedKeys): void {
  const files = openKeyFiles(folder);
  for (const [name, content] of saved) files.readOrMake(name, () => content);
}

function rootOf(files: KeyFiles): string {
  const pinned = files.read(rootKeysFile);
  if (pinned !== undefined) return pinned;
  const { keyid, publicKey } = openRootKey(files);
  return `${keyid}:${publicKey}`;
}

/** Saved keys, read as if they lay in a folder. */
export function filesOf(saved: SavedKeys): KeyFiles {
  const read = (name: string) => saved.get(name);
  return { read, readOrMake: (name, make) => read(name) ?? make(), replace: () => undefined, remove: () => undefined };
}
