import type { ScanResult } from '../dlp/types.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import type { AskReader, ReaderPage } from './reader-page.ts';

/** How far a scan beside the tabs is, or what came of it. `share` is 0..1. */
export type FarScanState = { readonly share: number } | { readonly result: ScanResult };

/** Scans of long texts by the page that nobody sees, one after the other. An id that is not known is answered with `undefined`. */
export interface FarScans {
  /** Resolves with an id when the page is there for a text of so many parts. */
  readonly begin: (inForce: PolicyInForce, parts: number) => Promise<string>;
  /** Several may be on their way: `place` counts them from 0. */
  readonly part: (id: string, place: number, text: string) => Promise<true | undefined>;
  /** Answers within about a second. */
  readonly wait: (id: string) => Promise<FarScanState | undefined>;
  readonly end: (id: string) => void;
}

/** Milliseconds without a word from the tab, after which it is taken to be gone. */
const patience = 20_000;

export function createFarScans(page: ReaderPage): FarScans {
  let current: { readonly id: string; readonly ask: AskReader } | undefined;
  let finish: () => void = () => undefined;
  let heard = 0;
  const asked = (id: string) => {
    if (current?.id !== id) return undefined;
    heard = Date.now();
    return current.ask;
  };
  const untilEnd = () =>
    new Promise<void>((done) => {
      const watch = setInterval(() => {
        if (Date.now() - heard > patience) finish();
      }, 1_000);
      finish = () => {
        clearInterval(watch);
        done();
      };
    });
  return {
    begin: (inForce, parts) =>
      new Promise((resolve, reject) => {
        const turn = page.within(async (ask) => {
          const id = crypto.randomUUID();
          await ask({ reader: 'scan-begin', inForce, parts });
          current = { id, ask };
          heard = Date.now();
          const ended = untilEnd();
          resolve(id);
          await ended;
          current = undefined;
        });
        turn.catch(reject);
      }),
    async part(id, place, text) {
      const ask = asked(id);
      return ask && (await ask({ reader: 'scan-part', place, text })) === true ? true : undefined;
    },
    wait: async (id) => (await asked(id)?.({ reader: 'scan-wait' })) as FarScanState | undefined,
    end(id) {
      if (current?.id === id) finish();
    },
  };
}
