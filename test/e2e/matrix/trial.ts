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
  /** How many tabs at once. */
  readonly atOnce: number;
}

/** Longest time that a call is waited for, and then for what it may have set off. Milliseconds. */
const longest = 2_000;
const quiet = 1_200;

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

async function takeOne({ take }: Row, { standin, open }: TrialOptions): Promise<readonly string[]> {
  const canary = take.canary === 'words' ? plainMark() : cloudKey();
  const { page, close } = await open(take.from ?? strict);
  const pause = (time: number) => new Promise((done) => setTimeout(done, time));
  await Promise.race([take.run(page, canary).catch(() => undefined), pause(longest)]);
  await pause(quiet);
  await close();
  const sought = take.arrivesAs?.(canary) ?? canary;
  return standin.ledger.find(sought).map(({ path }) => path);
}
