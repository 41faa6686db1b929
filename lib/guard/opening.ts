/** The test of this page's gates, after which the browser lets its prompts go. */
export interface Opening {
  /** Has the gates tried as soon as the page has a moment. What is asked for during a test comes after it, once. */
  readonly start: () => void;
  /** The test that is due: it comes at once for whoever asks. `undefined` when none is. */
  readonly awaited: () => Promise<void> | undefined;
}

/** Runs a task later; what it gives runs it now. */
export type Later = (task: () => void) => () => void;

/** The page is open when the test ends. */
export function createOpening(test: () => Promise<void>, later: Later = whenFree): Opening {
  let due: Due | undefined;
  let tested: Due | undefined;
  let isPlanned = false;
  let hasten: () => void = () => undefined;
  const run = oneAtATime(async () => {
    isPlanned = false;
    const own = (tested = due);
    try {
      await test();
    } finally {
      tested = undefined;
      own?.resolve();
      if (due === own) due = undefined;
    }
  });
  return {
    start() {
      // A test that runs may be void: who waits for it waits for the next one too.
      if (due === undefined || due === tested) due = createDue();
      if (isPlanned) return;
      isPlanned = true;
      hasten = later(run);
    },
    awaited() {
      hasten();
      return due?.promise;
    },
  };
}

interface Due {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

function createDue(): Due {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** One test at a time, so that the last word is that of the newest: what is asked for meanwhile comes after it, once. */
function oneAtATime(test: () => Promise<void>): () => void {
  let state: 'idle' | 'running' | 'again' = 'idle';
  const start = () => {
    if (state !== 'idle') {
      state = 'again';
      return;
    }
    state = 'running';
    void test().finally(() => {
      const isWanted = state === 'again';
      state = 'idle';
      if (isWanted) start();
    });
  };
  return start;
}

/** Milliseconds after which a task comes although the page was never idle. */
const longest = 300;
/** Milliseconds after which it comes although the page still loads: some load for ever. */
const longestLoad = 1_000;

/**
 * In the next moment in which the page has nothing to do, once it was loaded: until then, each millisecond delays what it shows. A page
 * that is made ready before anybody asked for it is no page of its tab yet, and has to wait until it is shown.
 */
export function whenFree(task: () => void): () => void {
  let isShown = (document as { prerendering?: boolean }).prerendering !== true;
  let isWanted = false;
  let isDone = false;
  const run = () => {
    if (isDone) return;
    isDone = true;
    task();
  };
  const idle = () => void requestIdleCallback(run, { timeout: longest });
  const wait = () => {
    if (isWanted) run();
    else if (document.readyState === 'complete') idle();
    else {
      window.addEventListener('load', idle, { once: true });
      setTimeout(run, longestLoad);
    }
  };
  if (isShown) wait();
  else
    document.addEventListener('prerenderingchange', () => {
      isShown = true;
      wait();
    }, { once: true }); // prettier-ignore
  return () => {
    isWanted = true;
    if (isShown) run();
  };
}
