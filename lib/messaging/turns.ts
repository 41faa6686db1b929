import type { AskReader, ReaderPage, ReaderRequest } from './reader-page.ts';

/**
 * Turns at the page that nobody sees. Each takes several messages of one tab, and none begins before the one before has ended. A turn that
 * is not known, or over, is answered with `undefined`.
 */
export interface Turns {
  /** Resolves with an id when the page is there and has answered the first request. */
  readonly begin: (first: ReaderRequest) => Promise<string>;
  readonly ask: (id: string, request: ReaderRequest) => Promise<unknown>;
  readonly end: (id: string) => void;
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

/** Milliseconds without a word from the tab, after which it is taken to be gone. */
const patience = 20_000;

export function createTurns(page: ReaderPage): Turns {
  let current: Turn | undefined;
  return {
    begin: (first) =>
      new Promise((resolve, reject) => {
        const turn = page.within(async (ask) => {
          await ask(first);
          current = turnWith(ask);
          resolve(current.id);
          await current.ended;
          current = undefined;
        });
        turn.catch(reject);
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
