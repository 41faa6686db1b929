import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import * as z from 'zod/mini';
import type { Database } from '../../server/store/database.ts';
import { TestBrowser, incidentAt } from '../../server/testing/browser.ts';
import type { Entry, Send } from '../../server/testing/browser.ts';

const Identified = z.object({ id: z.uuidv4() });
export const idOf = ({ event }: Entry) => Identified.parse(JSON.parse(event)).id;

/** Browsers that push without pause, whatever becomes of the endpoint. */
export interface Load {
  readonly browsers: readonly TestBrowser[];
  /** Entries that receipts have acknowledged, over all browsers. */
  acknowledged(): number;
  /** Answers with this status so far; 0 stands for no answer. */
  answered(status: number): number;
  /** Resolves when `more` further entries were acknowledged. */
  progress(more: number): Promise<void>;
  /** Lets every browser push what it still has, and resolves with all of them when everything is acknowledged. */
  finish(): Promise<readonly TestBrowser[]>;
}

export interface LoadOptions {
  readonly send: Send;
  readonly token: string;
  readonly browsers: number;
  readonly now?: () => number;
  /** Milliseconds between two pushes of a browser. */
  readonly between?: number;
}

/**
 * Starts them. A receipt that counts fewer entries than one before it is remembered and thrown by `finish`: then something that was
 * acknowledged is gone, and sending it again would hide that.
 */
export async function startLoad({ send, token, browsers, now = Date.now, between = 5 }: LoadOptions): Promise<Load> {
  const statuses = new Map<number, number>();
  const counting: Send = async (path, init) => {
    const response = await send(path, init).catch(() => undefined);
    const status = response?.status ?? 0;
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (response === undefined) throw new Error('no answer');
    if (status === 503) expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    return response;
  };
  const all: { readonly browser: TestBrowser; known: number }[] = [];
  for (let index = 0; index < browsers; index += 1)
    all.push({ browser: await TestBrowser.join(send, token, now), known: 0 });
  for (const { browser } of all) Object.assign(browser, { send: counting });
  const lost: string[] = [];
  let finishing = false;

  const pushOnce = async (one: (typeof all)[number]) => {
    const { browser, known } = one;
    const { receipt, rejected } = await browser.push(known, browser.entries.slice(known, known + 50));
    if (receipt.count < known) lost.push(`${browser.chain}: ${known} were acknowledged, and then ${receipt.count}`);
    if (rejected.length > 0) lost.push(`${browser.chain}: ${JSON.stringify(rejected)}`);
    one.known = receipt.count;
  };
  const run = async (one: (typeof all)[number]) => {
    for (let round = 0; !finishing || one.known < one.browser.entries.length; round += 1) {
      if (!finishing && one.browser.entries.length - one.known < 50)
        for (let index = 0; index < 5; index += 1) await one.browser.note(incidentAt(now()));
      const isAnswered = await pushOnce(one).then(
        () => true,
        () => false,
      );
      await pause(isAnswered ? between : 50);
    }
  };
  const running = all.map(run);
  const acknowledged = () => all.reduce((sum, { known }) => sum + known, 0);
  return {
    browsers: all.map(({ browser }) => browser),
    acknowledged,
    answered: (status) => statuses.get(status) ?? 0,
    async progress(more) {
      const goal = acknowledged() + more;
      while (acknowledged() < goal) await pause(10);
    },
    async finish() {
      finishing = true;
      await Promise.all(running);
      expect(lost).toEqual([]);
      return all.map(({ browser }) => browser);
    },
  };
}

/** Every entry is stored once and nothing else is, and the endpoint's chains end where the browsers' own do. */
export async function expectAllStored(db: Database, browsers: readonly TestBrowser[]): Promise<number> {
  const stored = (await db.query('SELECT id::text AS id FROM incidents')).map(({ id }) => String(id));
  const sent = browsers.flatMap(({ entries }) => entries.map(idOf));
  expect(stored.length).toBe(sent.length);
  expect(stored.toSorted()).toEqual(sent.toSorted());
  const chains = await db.query('SELECT chain_id::text AS chain_id, entry_count, head FROM chains');
  const heads = await Promise.all(
    browsers.map(async (browser) => [browser.chain, browser.entries.length, await browser.head()]),
  );
  const theirs = chains.map(({ chain_id: id, entry_count: count, head }) => [String(id), Number(count), String(head)]);
  expect(theirs.toSorted(byFirst)).toEqual(heads.toSorted(byFirst));
  return sent.length;
}

function byFirst([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}
