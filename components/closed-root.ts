/** A place of our own in the page: a host element, its closed shadow root, and the element that React renders into. */
export interface ClosedRoot {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly mount: HTMLElement;
}

/** How often a page may take our host away before we stop putting it back. */
const maxRestores = 100;
const checkEveryMs = 500;

/** Events that would otherwise bubble from our root into the page. */
const sealed = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'compositionstart', 'compositionend'],
  ...['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'mousemove', 'mouseover', 'mouseout'],
  ...['pointerdown', 'pointerup', 'pointermove', 'pointerover', 'pointerout', 'pointercancel', 'wheel'],
  ...['touchstart', 'touchmove', 'touchend', 'touchcancel', 'focusin', 'focusout', 'copy', 'cut', 'paste'],
  ...['dragstart', 'dragover', 'drop', 'selectstart', 'cancel', 'close', 'toggle', 'submit'],
];

/** Makes a closed root at the end of the document. `styles` is a constant of ours. */
export function openClosedRoot(styles: string, document = window.document): ClosedRoot {
  // A plain `div`: the page could define a custom element under any other name and would get at the root through its internals.
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  adopt(root, styles);
  const mount = document.createElement('div');
  // Our words are English, whatever the page's language and direction are.
  mount.lang = 'en';
  mount.dir = 'ltr';
  root.append(mount);
  // React listens on `mount`, so it has seen an event before it is stopped here.
  for (const name of sealed) root.addEventListener(name, (event) => event.stopPropagation());
  document.documentElement.append(host);
  return { host, root, mount };
}

export interface KeepOptions {
  readonly signal: AbortSignal;
  /** Called after the host was put back, and now and then: what stands in the root may have to be opened again. */
  readonly onCheck: () => void;
  /** Called once when the page does not let our host be. */
  readonly onLost: () => void;
}

/** Puts the host back when the page removes it, and takes off every attribute that the page sets on it. */
export function keepInPage({ host }: ClosedRoot, { signal, onCheck, onLost }: KeepOptions): void {
  let restores = 0;
  function check(): void {
    if (signal.aborted) return;
    const document = host.ownerDocument;
    const isAway = host.parentNode !== document.documentElement;
    const attributes = host.getAttributeNames();
    if (isAway || attributes.length > 0) restores += 1;
    if (restores > maxRestores) {
      onLost();
      return;
    }
    for (const name of attributes) host.removeAttribute(name);
    if (isAway) document.documentElement.append(host);
    observe();
    onCheck();
  }
  const observer = new MutationObserver(check);
  function observe(): void {
    // Again each time: `documentElement` itself may have been replaced.
    observer.observe(host.ownerDocument, { childList: true });
    observer.observe(host.ownerDocument.documentElement, { childList: true });
    observer.observe(host, { attributes: true });
  }
  observe();
  const timer = setInterval(check, checkEveryMs);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(timer);
  });
}

function adopt(root: ShadowRoot, styles: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox may refuse a sheet of the content script's realm; a style element of a content script is not subject to the page's CSP.
    const style = root.ownerDocument.createElement('style');
    style.textContent = styles;
    root.append(style);
  }
}
