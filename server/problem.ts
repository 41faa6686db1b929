/** Something that a person can mend: one clear sentence, and the exit code of the command line. */
export class EndpointProblem extends Error {
  readonly exitCode: 1 | 2;

  constructor(sentence: string, exitCode: 1 | 2 = 1) {
    super(sentence);
    this.name = 'EndpointProblem';
    this.exitCode = exitCode;
  }
}

/** The code of a system, database or network error, e.g. `ENOENT` or `40001`; empty when there is none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
