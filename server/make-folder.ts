import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './problem.ts';

/**
 * Makes a folder, for its owner alone, and what is missing above it. Step by step: Node's `recursive` never returns for a folder
 * below `/proc`, where the parent is there and the child is refused with ENOENT.
 */
export function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it in this moment; a file in its place is found by whoever writes into it.
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}
