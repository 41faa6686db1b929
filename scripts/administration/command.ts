import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A command of `npm run -s sluice --`. Its options all take a text. */
export interface Command {
  /** One word, or two. */
  readonly name: string;
  readonly usage: string;
  readonly needs: readonly string[];
  readonly may: readonly string[];
  /** Gets the file that stands behind the name; returns the exit code. */
  run(files: readonly string[], options: Readonly<Record<string, string>>): number | Promise<number>;
}

/** Ends with one sentence: the command itself is wrong. */
export function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

/** A path is meant from where the command was given; npm says where that was. */
export function pathOf(file: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}

/** The lines of a file, without a byte order mark and the last line's end. */
export function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(pathOf(file), 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/);
  } catch {
    return fail(`The file ${file} cannot be read.`);
  }
}
