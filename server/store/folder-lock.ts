import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { EndpointProblem, errorCode } from '../problem.ts';

const fileName = 'endpoint.lock';

/**
 * Takes the folder for this process and returns what gives it back. The lock names the process and its start, so that a lock left by
 * a crash, or by a process whose number was given away again, is taken over.
 */
export function lockFolder(folder: string): () => void {
  makeFolder(folder);
  const path = join(folder, fileName);
  const mine = describe(process.pid);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (create(path, mine)) return () => release(path, mine);
    const holder = read(path);
    if (holder === undefined) continue; // released in this moment
    if (isAlive(holder)) throw inUse(folder, holder);
    removeStale(path, holder);
  }
  throw new EndpointProblem(`The folder ${folder} is being taken by another Sluice endpoint; try again.`);
}

function create(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, path); // atomic, and never with half its content
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Moves the stale lock away, and puts it back when another process had replaced it in between. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(errorCode(error))) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function release(path: string, mine: string): void {
  if (read(path) === mine) rmSync(path, { force: true });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function describe(pid: number): string {
  return `${pid} ${startOf(pid)}`;
}

function isAlive(holder: string): boolean {
  const pid = Number.parseInt(holder, 10);
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM' && describe(pid) === holder;
  }
  return describe(pid) === holder;
}

/** Boot and start of a process on Linux; elsewhere the number alone has to do. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22; the second field is a name in brackets that may hold spaces.
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${boot} ${start}`;
  } catch {
    return '-'; // no /proc on this system
  }
}

function inUse(folder: string, holder: string): EndpointProblem {
  const pid = Number.parseInt(holder, 10);
  return new EndpointProblem(
    `The folder ${folder} is in use by another Sluice endpoint (process ${pid}); stop it, or choose another folder with --data.`,
  );
}
