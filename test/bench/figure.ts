/** One line of the report: what was measured, what a peer did in the same run, and the bar. */
export interface Figure {
  readonly name: string;
  readonly measured: string;
  readonly peer: string;
  readonly bar: string;
  readonly reached: boolean | undefined;
}

export const unmeasured = 'not measured';
