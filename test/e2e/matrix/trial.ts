import { waysOut } from '../../../lib/sites/chatgpt/ways-out.ts';
import type { WayOutId } from '../../../lib/sites/chatgpt/ways-out.ts';
import type { WayOut } from '../../../lib/sites/types.ts';
import type { Standin } from '../../standin/server.ts';
import { cloudKey, plainMark } from '../canary.ts';
import { flowTakes } from './flow-takes.ts';
import { strict } from './take.ts';
import type { Evaluates, Take } from './take.ts';
import { transportTakes } from './transport-takes.ts';

export const takes: Readonly<Record<WayOutId, Take>> = { ...flowTakes, ...transportTakes };

export interface Row {
  readonly way: WayOut;
  readonly take: Take;
}

/** The registry, each row with the code that takes it. */
export const rows: readonly Row[] = waysOut.map((way) => ({ way, take: takes[way.id as WayOutId] }));

/** A tab at an address, in any browser. */
export type OpenTab = (url: string) => Promise<{ readonly page: Evaluates; readonly close: () => Promise<void> }>;

export interface TrialOptions {
  readonly standin: Standin;
  readonly open: OpenTab;
  readonly rows: readonly Row[];
  /** Which rows nothing is expected to come from. The others are waited for, however slow the machine is. */
  readonly stops: (row: Row) => boolean;
  /** How many tabs at once. */
  readonly atOnce: number;
}

/** Longest time that a call is waited for, and then for what it may have set off. Milliseconds. */
const longest = 2_000;
const quiet = 1_200;
/** For what the last call opened, a window for example. Milliseconds. */
const settling = 300;
/** Longest time until something arrives that is expected to. Milliseconds. */
const patience = 30_000;
/** Longest time for a tab to close. Milliseconds. */
const closing = 10_000;

/** Takes each way with a canary of its own. Resolves with the paths at which it arrived, by the id of the way. */
export async function takeAll(options: TrialOptions): Promise<ReadonlyMap<string, readonly string[]>> {
  const arrived = new Map<string, readonly string[]>();
  const left = [...options.rows];
  const lane = async () => {
    for (let row = left.shift(); row; row = left.shift()) arrived.set(row.way.id, await takeOne(row, options));
  };
  await Promise.all(Array.from({ length: options.atOnce }, lane));
  return arrived;
}

async function takeOne(row: Row, { standin, open, stops }: TrialOptions): Promise<readonly string[]> {
  const { take } = row;
  const canary = take.canary === 'words' ? plainMark() : cloudKey();
  const { page, close } = await open(take.from ?? strict);
  const pause = (time: number) => new Promise((done) => setTimeout(done, time));
  const sought = take.arrivesAs?.(canary) ?? canary;
  const paths = () => standin.ledger.find(sought).map(({ path }) => path);
  const taken = take.run(page, canary).catch(() => undefined);
  if (stops(row) || take.noProof !== undefined) {
    await Promise.race([taken, pause(longest)]);
    await pause(quiet);
  } else {
    const end = Date.now() + patience;
    while (paths().length === 0 && Date.now() < end) await pause(50);
    await Promise.race([taken, pause(longest)]); // a tab that is closed in the middle may keep the browser from closing
    await pause(settling);
  }
  // Now and then a browser never says that a tab is closed; it ends with the browser.
  await Promise.race([close(), pause(closing)]);
  return paths();
}
