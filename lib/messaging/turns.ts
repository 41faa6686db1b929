import type { Origin } from './sender.ts';
import type { AskReader, ReaderPage, ReaderRequest } from './reader-page.ts';

/**
 * Turns at the page that nobody sees. Each takes several messages of one tab, and none begins before the one before has ended. A turn that
 * is not known, or over, is answered with `undefined`.
 */
export interface Turns {
  /** Resolves with an id when the page is there and has answered the first request. Rejects where its frame has gone by then. */
  readonly begin: (first: ReaderRequest, owner: Frame | undefined) => Promise<string>;
  readonly ask: (id: string, request: ReaderRequest) => Promise<unknown>;
  readonly end: (id: string) => void;
  /** A frame went, with all that waits for it; the top frame takes its tab along. */
  readonly leave: (gone: Frame) => void;
}

export type Frame = Pick<Origin, 'tabId' | 'frameId'>;

/** What one frame asked for, from then on until it is over. */
interface Wanted {
  readonly owner: Frame | undefined;
  isWanted: boolean;
  finish: () => void;
}

interface Turn {
  readonly id: string;
  readonly ask: AskReader;
  readonly finish: () => void;
  readonly ended: Promise<void>;
  /** Requests that wait for an answer. */
  open: number;
  /** When the tab was last known to be there. */
  heard: number;
}

/** Milliseconds without a word from the tab, after which it is taken to be gone though nobody said so. */
const patience = 20_000;

export function createTurns(page: ReaderPage): Turns {
  let current: Turn | undefined;
  const all = new Set<Wanted>();
  return {
    begin: (first, owner) =>
      new Promise((resolve, reject) => {
        const wanted: Wanted = { owner, isWanted: true, finish: () => undefined };
        all.add(wanted);
        const turn = page.within(
          async (ask) => {
            await ask(first);
            if (!wanted.isWanted) throw new Error('its frame has gone');
            current = turnWith(ask);
            wanted.finish = current.finish;
            resolve(current.id);
            await current.ended;
            current = undefined;
          },
          () => wanted.isWanted,
        );
        turn.catch(reject).finally(() => all.delete(wanted));
      }),
    async ask(id, request) {
      const turn = current;
      if (turn?.id !== id) return undefined;
      turn.open += 1;
      try {
        return await turn.ask(request);
      } finally {
        turn.open -= 1;
        turn.heard = Date.now();
      }
    },
    end(id) {
      if (current?.id === id) current.finish();
    },
    leave({ tabId, frameId }) {
      for (const wanted of all) {
        if (wanted.owner?.tabId !== tabId || (frameId !== 0 && wanted.owner.frameId !== frameId)) continue;
        wanted.isWanted = false;
        wanted.finish();
      }
    },
  };
}

function turnWith(ask: AskReader): Turn {
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((done) => {
    finish = done;
  });
  const turn: Turn = { id: crypto.randomUUID(), ask, finish, ended, open: 0, heard: Date.now() };
  const watch = setInterval(() => {
    if (turn.open === 0 && Date.now() - turn.heard > patience) finish();
  }, 1_000);
  void ended.then(() => clearInterval(watch));
  return turn;
}
