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
  const openedAt = performance.now();
  const hold = new KeyHold(keys);
  for (const name of ['keydown', 'keypress', 'keyup'] as const) {
    window.addEventListener(name, (event) => hold.take(event), { capture: true, signal: hold.listening.signal });
  }
  const onClick = (event: Event) => {
    // The second click of a double click on the page's send button, or a key that was typed a moment too late.
    if (performance.now() - openedAt < quietMs) event.stopPropagation();
  };
  keys.root.addEventListener('click', onClick, { capture: true });
}

/** The keys of one dialog, from its opening until the last key that was pressed in it is up. */
class KeyHold {
  readonly listening = new AbortController();
  readonly #keys: DialogKeys;
  readonly #down = new Set<string>();
  readonly #ignored = new Set<string>();

  constructor(keys: DialogKeys) {
    this.#keys = keys;
  }

  take(event: KeyboardEvent): void {
    if (this.#keys.signal.aborted) this.#onLateKey(event);
    else if (event.target === this.#keys.host) this.#onOwnKey(event);
    else if (event.isTrusted) onStrayKey(event, this.#keys); // otherwise the page talks to itself
  }

  #onOwnKey(event: KeyboardEvent): void {
    event.stopImmediatePropagation();
    if (!event.isTrusted) event.preventDefault();
    else if (event.type === 'keyup') this.#onKeyUp(event);
    else this.#onKeyDown(event);
  }

  #onKeyDown(event: KeyboardEvent): void {
    this.#down.add(event.code);
    const presses = event.key === 'Enter' || event.key === ' ';
    if (presses && event.repeat) {
      this.#ignored.add(event.code);
      event.preventDefault();
    } else if (event.type === 'keydown' && event.key === 'Escape') {
      event.preventDefault();
      this.#keys.onEscape();
    } else if (event.type === 'keydown' && event.key === 'Tab') keepFocus(event, this.#keys.root);
  }

  #onKeyUp(event: KeyboardEvent): void {
    this.#down.delete(event.code);
    if (this.#ignored.delete(event.code)) event.preventDefault(); // a button is pressed when Space comes up
  }

  /** After the dialog: only the press that answered is still ours. */
  #onLateKey(event: KeyboardEvent): void {
    if (event.isTrusted && this.#down.has(event.code)) {
      const isSamePress = event.type !== 'keydown' || event.repeat;
      if (isSamePress) {
        event.stopImmediatePropagation();
        event.preventDefault();
      }
      if (event.type === 'keyup' || !isSamePress) this.#down.delete(event.code);
    }
    if (this.#down.size === 0) this.listening.abort();
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
