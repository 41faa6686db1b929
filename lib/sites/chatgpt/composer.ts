import type { Site } from './site.ts';

/** Selectors of the composer, by capability and newest knowledge first. Data: the page changes every month or two. Seen 2026-11. */
const editors = [
  '#prompt-textarea[contenteditable="true"]',
  '[data-composer-markdown][contenteditable="true"]',
  'textarea[name="prompt-textarea"]',
  'textarea[data-mobile-composer-prompt]',
  'form[data-mobile-composer] textarea[name="prompt"]',
].join(',');

const sendButtons = [
  '#composer-submit-button:not([data-testid="stop-button"])',
  'button[data-testid="send-button"]',
  'form[data-chatgpt-composer] button[type="submit"][aria-label="Send"]',
  'form[data-mobile-composer] button[data-composer-submit]',
].join(',');

/** What a site pack adds. */
export type Selectors = Pick<Site, 'editors' | 'sendButtons'>;

/** The composer's editor that `target` belongs to; `undefined` for any other part of the page. */
export function editorOf(target: EventTarget | null, added: Selectors): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>(editors) ?? closestOf(target, added.editors);
}

/** The page's own send button that `target` is, or lies in. */
export function sendButtonOf(target: EventTarget | null, added: Selectors): HTMLElement | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>(sendButtons) ?? closestOf(target, added.sendButtons);
}

function closestOf(target: Element, selectors: readonly string[]): HTMLElement | undefined {
  return readable(selectors).flatMap((selector) => target.closest<HTMLElement>(selector) ?? [])[0];
}

/** The composer's editors that are shown, in the order of the document; the page may keep a hidden one. */
export function visibleEditors(root: ParentNode, added: Selectors): readonly HTMLElement[] {
  const known = shown(root, editors);
  return known.length > 0 ? known : readable(added.editors).flatMap((selector) => shown(root, selector));
}

/** The last of them: the one of the chat, where others stand in older messages. */
export function visibleEditor(root: ParentNode, added: Selectors): HTMLElement | undefined {
  return visibleEditors(root, added).at(-1);
}

/** The editors that a press of this button may send: those of its own form, else all that are shown. */
export function editorsFor(button: Element, added: Selectors): readonly HTMLElement[] {
  const form = button.closest('form');
  const own = form ? visibleEditors(form, added) : [];
  return own.length > 0 ? own : visibleEditors(button.ownerDocument, added);
}

/** The button that sends this editor: in its form, else the last one shown. */
export function visibleSendButton(editor: HTMLElement, added: Selectors): HTMLElement | undefined {
  const find = (root: ParentNode) => {
    const known = shown(root, sendButtons);
    return (known.length > 0 ? known : readable(added.sendButtons).flatMap((selector) => shown(root, selector))).at(-1);
  };
  const form = editor.closest('form');
  return (form && find(form)) ?? find(editor.ownerDocument);
}

function shown(root: ParentNode, selector: string): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selector)].filter((found) => found.getClientRects().length > 0);
}

/** A selector that the browser does not take finds nothing. */
function readable(selectors: readonly string[]): readonly string[] {
  return selectors.filter((selector) => {
    try {
      document.createDocumentFragment().querySelector(selector);
      return true;
    } catch {
      return false;
    }
  });
}

/** The editor's text: blocks joined by line ends. */
export function readEditor(editor: HTMLElement): string {
  if (editor instanceof HTMLTextAreaElement) return editor.value;
  return [...editor.childNodes].map(blockText).join('\n');
}

function blockText(block: ChildNode): string {
  if (!(block instanceof Element)) return block.textContent ?? '';
  const parts: string[] = [];
  for (const node of block.childNodes) {
    if (node instanceof HTMLBRElement) parts.push(node.classList.contains('ProseMirror-trailingBreak') ? '' : '\n');
    else parts.push(node.textContent ?? '');
  }
  return parts.join('');
}

/** Replaces the editor's whole text as if it had been typed, so that the page notices and undo works. False when it did not take. */
export function writeEditor(editor: HTMLElement, text: string, document: Document = window.document): boolean {
  editor.focus();
  selectAll(editor, document);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else is taken as typing and keeps the undo history
  document.execCommand('insertText', false, text);
  return sameText(readEditor(editor), text);
}

/** Inserts at the caret, as typing. */
export function insertText(text: string, document: Document = window.document): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- as above
  return document.execCommand('insertText', false, text);
}

function selectAll(editor: HTMLElement, document: Document): void {
  if (editor instanceof HTMLTextAreaElement) {
    editor.select();
    return;
  }
  const selection = document.getSelection();
  const range = document.createRange();
  range.selectNodeContents(editor);
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** Editors may change white space (a no-break space, a doubled line end), never a word. */
function sameText(left: string, right: string): boolean {
  const folded = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();
  return folded(left) === folded(right);
}
