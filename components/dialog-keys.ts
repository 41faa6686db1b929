/** Milliseconds. A press that follows the opening this closely was meant for what stood there before. */
const quietMs = 250;

export interface DialogKeys {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly signal: AbortSignal;
  readonly onEscape: () => void;
  /** A key went to the page although the dialog is open. */
  readonly onStray: () => void;
}

/**
 * Handles keys at window capture, before the page can, while a dialog is open. Nothing reaches the page's own handlers; what the
 * browser does by itself (moving focus, pressing a button) still happens. Enter and Space count only when they were pressed anew: the
 * Enter that opened the dialog is still down, and its repeats must not answer it. The key that answered is held until it comes up, or
 * its repeats would reach the page.
 */
export function holdKeys(keys: DialogKeys, window = globalThis.window): void {
  const { host, root, signal } = keys;
  const openedAt = performance.now();
  const listening = new AbortController();
  const down = new Set<string>();
  const ignored = new Set<string>();

  function onKey(event: KeyboardEvent): void {
    if (signal.aborted) onLateKey(event);
    else if (event.target === host) onOwnKey(event);
    else if (event.isTrusted) onStrayKey(event, keys); // otherwise the page talks to itself
  }

  function onOwnKey(event: KeyboardEvent): void {
    event.stopImmediatePropagation();
    if (!event.isTrusted) event.preventDefault();
    else if (event.type === 'keyup') onKeyUp(event);
    else onKeyDown(event);
  }

  function onKeyDown(event: KeyboardEvent): void {
    down.add(event.code);
    const presses = event.key === 'Enter' || event.key === ' ';
    if (presses && event.repeat) {
      ignored.add(event.code);
      event.preventDefault();
    } else if (event.type === 'keydown' && event.key === 'Escape') {
      event.preventDefault();
      keys.onEscape();
    } else if (event.type === 'keydown' && event.key === 'Tab') keepFocus(event, root);
  }

  function onKeyUp(event: KeyboardEvent): void {
    down.delete(event.code);
    if (ignored.delete(event.code)) event.preventDefault(); // a button is pressed when Space comes up
  }

  function onLateKey(event: KeyboardEvent): void {
    if (event.isTrusted && down.has(event.code)) {
      const isSamePress = event.type !== 'keydown' || event.repeat;
      if (isSamePress) {
        event.stopImmediatePropagation();
        event.preventDefault();
      }
      if (event.type === 'keyup' || !isSamePress) down.delete(event.code);
    }
    if (down.size === 0) listening.abort();
  }

  function onClick(event: Event): void {
    // The second click of a double click on the page's send button, or a key that was typed a moment too late.
    if (performance.now() - openedAt < quietMs) event.stopPropagation();
  }

  root.addEventListener('click', onClick, { capture: true });
  for (const name of ['keydown', 'keypress', 'keyup'] as const) {
    window.addEventListener(name, onKey, { capture: true, signal: listening.signal });
  }
}

/** The page has focus although the dialog is open. The browser's own shortcuts stay. */
function onStrayKey(event: KeyboardEvent, { onEscape, onStray }: DialogKeys): void {
  event.stopImmediatePropagation();
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (event.type === 'keydown' && event.key === 'Escape') onEscape();
  else onStray();
}

/** Moves focus from the last control to the first and back, so that Tab does not leave the dialog. */
function keepFocus(event: KeyboardEvent, root: ShadowRoot): void {
  const controls = [...root.querySelectorAll<HTMLElement>('button:enabled, input:enabled, [tabindex="0"]')];
  const edge = event.shiftKey ? controls[0] : controls.at(-1);
  const next = event.shiftKey ? controls.at(-1) : controls[0];
  const active = root.activeElement;
  if (active !== edge && active !== null && active.localName !== 'dialog') return;
  event.preventDefault();
  next?.focus();
}
