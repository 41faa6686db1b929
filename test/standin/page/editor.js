import { el } from './dom.js';

const blocks = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'PRE', 'BLOCKQUOTE']);
const isBlock = (node) => node !== null && blocks.has(node.nodeName);
const isTrailing = (br) =>
  br.classList.contains('ProseMirror-trailingBreak') || (br.nextSibling === null && isBlock(br.parentNode));

/** Reads the document as text, one line per block, and where in it the given DOM points are. */
function read(root, points) {
  let text = '';
  const found = points.map(() => undefined);
  const note = (node, offset, at) =>
    points.forEach((point, index) => {
      if (point.node === node && point.offset === offset) found[index] = at;
    });
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      points.forEach((point, index) => {
        if (point.node === node) found[index] = text.length + point.offset;
      });
      text += node.data;
    } else if (node.nodeName === 'BR') {
      if (!isTrailing(node)) text += '\n';
    } else if (node.nodeType === Node.ELEMENT_NODE && (node === root || node.contentEditable !== 'false')) {
      [...node.childNodes].forEach((child, index) => {
        if (index > 0 && (isBlock(child) || isBlock(child.previousSibling))) text += '\n';
        note(node, index, text.length);
        visit(child);
      });
      note(node, node.childNodes.length, text.length);
    }
  };
  visit(root);
  return { text, found };
}

function isCanonical(root) {
  if (root.textContent === '' || root.childNodes.length === 0) return false;
  return [...root.childNodes].every((p) => {
    if (p.nodeName !== 'P' || p.attributes.length > 0 || p.childNodes.length !== 1) return false;
    const [only] = p.childNodes;
    return only.nodeType === Node.TEXT_NODE
      ? !only.data.includes('\n')
      : only.className === 'ProseMirror-trailingBreak';
  });
}

/**
 * A small editor with the outside of ProseMirror: one `p` per line, whatever the browser or a script does to the
 * document is read back and drawn again in that shape.
 */
export class Editor {
  #observer = new MutationObserver(() => this.flush());
  #text = '';
  #past = [];
  #future = [];
  #composing = false;
  #handlers;
  #emptyParagraph;

  /**
   * `handlers`: `change(text)`, `enter()`, `paste(clipboardData)` which answers true when it took the paste. `look`: the attributes of
   * the element, and those of the paragraph of an empty one.
   */
  constructor(handlers, look) {
    this.#handlers = handlers;
    this.#emptyParagraph = look.emptyParagraph;
    this.element = el('div', {
      class: 'ProseMirror',
      contenteditable: 'true',
      translate: 'no',
      role: 'textbox',
      'aria-multiline': 'true',
      ...look.attributes,
    });
    this.#draw('', undefined);
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.element.addEventListener('beforeinput', (event) => this.#onBeforeInput(event));
    this.element.addEventListener('input', () => this.flush());
    this.element.addEventListener('paste', (event) => this.#onPaste(event));
    this.element.addEventListener('compositionstart', () => (this.#composing = true));
    this.element.addEventListener('compositionend', () => {
      this.#composing = false;
      this.flush();
    });
  }

  get text() {
    this.flush();
    return this.#text;
  }

  set text(value) {
    this.#commit(value, value.length);
  }

  focus() {
    this.element.focus();
    this.#place(this.#text.length);
  }

  destroy() {
    this.#observer.disconnect();
    this.element.remove();
  }

  /** Reads what was done to the document since the last time. */
  flush() {
    this.#observer.takeRecords();
    const { text, found } = read(this.element, this.#points());
    // An input method owns the nodes that it works in.
    if (!this.#composing && !isCanonical(this.element) && !(text === '' && this.#isEmptyDrawn()))
      this.#draw(text, found[1]);
    if (text !== this.#text) {
      this.#past.push(this.#text);
      this.#future = [];
      this.#text = text;
      this.#handlers.change(text);
    }
  }

  /** Puts text in the place of the selection, as typing would. */
  insert(text) {
    this.flush();
    const { found } = read(this.element, this.#points());
    const [anchor = this.#text.length, focus = this.#text.length] = found;
    const [from, to] = [Math.min(anchor, focus), Math.max(anchor, focus)];
    this.#commit(this.#text.slice(0, from) + text + this.#text.slice(to), from + text.length);
  }

  #points() {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection();
    return [
      { node: anchorNode, offset: anchorOffset },
      { node: focusNode, offset: focusOffset },
    ];
  }

  #isEmptyDrawn() {
    const { firstElementChild: p, childNodes } = this.element;
    const [mark] = Object.keys(this.#emptyParagraph);
    return childNodes.length === 1 && p?.hasAttribute(mark) === true && p.childNodes.length === 1;
  }

  #commit(text, caret) {
    this.#draw(text, caret);
    this.flush();
  }

  #draw(text, caret) {
    const filler = () => el('br', { class: 'ProseMirror-trailingBreak' });
    const paragraphs =
      text === ''
        ? [el('p', this.#emptyParagraph, filler())]
        : text.split('\n').map((line) => el('p', {}, line === '' ? filler() : line));
    this.#observer.disconnect();
    this.element.replaceChildren(...paragraphs);
    if (caret !== undefined) this.#place(caret);
    this.#observer.observe(this.element, { childList: true, characterData: true, subtree: true });
  }

  #place(caret) {
    let left = caret;
    for (const p of this.element.children) {
      const { length } = p.textContent;
      if (left <= length) {
        const [first] = p.childNodes;
        if (first?.nodeType === Node.TEXT_NODE) document.getSelection().collapse(first, left);
        else document.getSelection().collapse(p, 0);
        return;
      }
      left -= length + 1;
    }
  }

  #step(from, to) {
    const text = from.pop();
    if (text === undefined) return;
    to.push(this.#text);
    this.#text = text;
    this.#draw(text, text.length);
    this.#handlers.change(text);
  }

  #onKey(event) {
    // Keys of an input method are not ours.
    if (event.isComposing || event.keyCode === 229) return;
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && !command && !event.altKey) {
      event.preventDefault();
      if (event.shiftKey) this.insert('\n');
      else this.#handlers.enter();
    } else if (command && !event.altKey && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      this.flush();
      if (event.shiftKey) this.#step(this.#future, this.#past);
      else this.#step(this.#past, this.#future);
    }
  }

  #onBeforeInput(event) {
    if (event.inputType !== 'insertParagraph' && event.inputType !== 'insertLineBreak') return;
    event.preventDefault();
    this.insert('\n');
  }

  #onPaste(event) {
    event.preventDefault();
    if (this.#handlers.paste(event.clipboardData)) return;
    this.insert(event.clipboardData.getData('text/plain').replaceAll('\r\n', '\n'));
  }
}
