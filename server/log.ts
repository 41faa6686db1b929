/** Events are constants and details are numbers or closed words: nothing that a person typed is ever logged. */
export type Log = (event: string, details?: Readonly<Record<string, string | number | boolean>>) => void;

/** One line of JSON per event on standard error; standard output belongs to the ready line. */
export const logToStandardError: Log = (event, details = {}) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`);
};
