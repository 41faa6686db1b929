import { standingNotice } from './notice.ts';

/** A person ended a check. What was checked goes nowhere, whatever policy says of outages. */
export class CheckStopped extends Error {
  override readonly name = 'CheckStopped';
}

/** Milliseconds before a person is told that a check goes on. */
const patience = 400;

/** What a person is told of a check that takes long enough to be noticed. */
export interface Progress {
  /** Aborted where the person has had enough. */
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
  readonly end: () => void;
}

export function showProgress(first: string): Progress {
  const stop = new AbortController();
  let notice: ReturnType<typeof standingNotice> | undefined;
  let text = first;
  const timer = setTimeout(() => {
    notice = standingNotice(text, document, { label: 'Stop', onPress: () => stop.abort() });
  }, patience);
  return {
    signal: stop.signal,
    say: (next) => {
      if (next === text) return;
      text = next;
      notice?.say(text);
    },
    end: () => {
      clearTimeout(timer);
      notice?.close();
    },
  };
}
