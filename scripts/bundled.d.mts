/** The path of a program of ours as one file; `entry` is a path from the root. */
export function bundled(entry: string): Promise<string>;

/** What Node is told to start it. */
export function programArgs(entry: string): Promise<readonly string[]>;
