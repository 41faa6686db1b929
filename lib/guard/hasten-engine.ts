import type { Session } from './session.ts';

/** Milliseconds after a page was loaded in which it becomes what people see: it is left alone. */
const settling = 1_500;

/** What a person does before there is anything to send. A pointer alone gives no words. */
const signs = ['keydown', 'dragenter', 'paste', 'input', 'drop', 'pointerdown'] as const;

/**
 * Has the engine come before it is needed: at the first sign of a person, else when the page has settled. The first scan takes longer
 * than all that follow, so it is done then too. Frames within a page call it when they need it.
 */
export function hastenEngine(session: Session, signal: AbortSignal, window: Window = globalThis.window): void {
  const come = () => {
    void session.wanted().then(
      (policy) => session.scans.warmUp(policy),
      () => undefined, // whoever needs it next tries again, and says what came of it
    );
  };
  const onSign = ({ type }: Event) => {
    if (type !== 'pointerdown') session.touch();
    come();
  };
  for (const sign of signs) {
    window.addEventListener(sign, onSign, { capture: true, once: true, signal });
  }
  if (window.top === window) whenSettled(come, window);
}

function whenSettled(task: () => void, window: Window): void {
  const { document } = window;
  if (document.readyState !== 'complete') {
    window.addEventListener('load', () => whenSettled(task, window), { once: true });
    return;
  }
  const whenIdle = () => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(task, { timeout: 5_000 });
    else task();
  };
  globalThis.setTimeout(whenIdle, settling);
}
