import type { Steps } from './look.ts';

export interface SliceOptions {
  /** Ends the work at its next pause. */
  readonly signal?: AbortSignal | undefined;
  /** How much is done, 0..1, at each pause. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Milliseconds of work between pauses: a frame of a page has sixteen. */
const slice = 10;

/** Does long work piece by piece, so that the page goes on meanwhile; `undefined` when it was ended. */
export async function inSlices<Result>(
  steps: Steps<Result>,
  { signal, onProgress }: SliceOptions = {},
): Promise<Result | undefined> {
  const { port1, port2 } = new MessageChannel();
  // Timers wait for a second in a tab that nobody looks at; messages do not.
  const pause = () =>
    new Promise<void>((done) => {
      port1.onmessage = () => done();
      port2.postMessage(null);
    });
  try {
    let until = performance.now() + slice;
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (performance.now() < until) continue;
      onProgress?.(step.value);
      await pause();
      if (signal?.aborted === true) return undefined;
      until = performance.now() + slice;
    }
  } finally {
    port1.close();
  }
}
