/** Selectors of the composer, by capability and newest knowledge first. Data: the page changes every month or two. Seen 2026-11. */
const editors = [
  '#prompt-textarea[contenteditable="true"]',
  'form[data-chatgpt-composer] [data-composer-markdown][contenteditable="true"]',
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

/** The composer's editor that `target` belongs to; `undefined` for any other part of the page. */
export function editorOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>(editors) ?? undefined) : undefined;
}

/** True for the page's own send button, or something in it. */
export function isSendButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(sendButtons) !== null;
}

/** The last composer that is shown; the page may keep a hidden one. */
export function visibleEditor(root: ParentNode): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>(editors)].filter((editor) => editor.getClientRects().length > 0).at(-1);
}

export function visibleSendButton(root: ParentNode): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>(sendButtons)]
    .filter((button) => button.getClientRects().length > 0)
    .at(-1);
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
  // The one call that every front end of the page takes as typing; there is no replacement that keeps the undo history.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
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
