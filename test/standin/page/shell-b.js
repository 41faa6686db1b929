import { el, icon } from './dom.js';
import { Editor } from './editor.js';

const look = {
  attributes: { 'data-composer-markdown': '', 'aria-label': 'Ask ChatGPT' },
  emptyParagraph: { 'data-empty-paragraph': '' },
};

const submit = (attributes, path) => el('button', { class: 'round filled', ...attributes }, icon(path));

/** The shell of September 2026, "codex_webview": no ids, one turn for question and answer, and the same editor for edits. */
export const shellB = {
  frontEnd: 'codex_webview',
  form: () => document.querySelector('form[data-chatgpt-composer][data-composer-placement="home"]'),
  /** The composer of the home page stays in the document, hidden, with what it held. */
  formOfThread(form) {
    if (form.dataset.composerPlacement === 'thread') return form;
    const next = form.cloneNode(true);
    next.dataset.composerPlacement = 'thread';
    for (const left of next.querySelectorAll('.ProseMirror, button[type="submit"], script')) left.remove();
    form.style.display = 'none';
    const stale = el('div', { class: 'ProseMirror', contenteditable: 'true', role: 'textbox', ...look.attributes });
    stale.append(el('p', {}, 'what the home page held'));
    form.querySelector('[data-composer-input]').append(stale);
    form.before(next);
    return next;
  },
  fallback: (form) => form.querySelector('textarea[data-fallback]'),
  voice: (form) => form.querySelector('button[aria-label="Dictate"]'),
  dictate: (form) => form.querySelector('button[aria-label="Dictate"]'),
  /** Its button is not known. */
  voiceMode: () => undefined,
  plus: (form) => form.querySelector('[data-composer-navigation-target="add-context"]'),
  attachments: (form) => form.querySelector('[data-composer-attachments]'),
  chooser: () => document.querySelector('input[type="file"][data-any]'),
  makeEditor: (handlers) => new Editor(handlers, look),
  mount(form, editor) {
    this.fallback(form)?.remove();
    form.querySelector('[data-composer-input]').append(editor.element);
  },
  placeSubmit: (form, button) => form.querySelector('[data-composer-footer]').append(button),
  sendButton: (arrow) => submit({ type: 'submit', 'aria-label': 'Send' }, arrow),
  stopButton: (square, stop) => submit({ type: 'button', 'aria-label': 'Stop', on: { click: stop } }, square),
  turn({ role, messageId, turnId, thread }) {
    const message = el('div', { class: 'message', 'data-chatgpt-selection-message-id': messageId });
    const actions = el('div', { class: 'actions turn-action-controls' });
    const unit = el(
      'div',
      {
        'data-chatgpt-search-unit-key': `${turnId}:${role}`,
        'data-chatgpt-search-message-ids': messageId,
        class: `turn ${role}`,
      },
      message,
      actions,
    );
    const last = thread.querySelector('[data-turn-key]:last-of-type');
    const pair = role === 'assistant' && last?.children.length === 1 ? last : el('div', { 'data-turn-key': turnId });
    if (pair !== last) thread.append(pair);
    pair.append(unit);
    return { element: unit, message, actions };
  },
  bubble: (text) => el('div', { class: 'bubble whitespace-pre-wrap', 'data-user-message-bubble': '' }, text),
  answerBody: () => el('div', { class: 'markdown result-streaming', 'data-markdown-text-style': 'assistant-message' }),
  named(turn, messageId) {
    turn.message.dataset.chatgptSelectionMessageId = messageId;
  },
  /** The same markup as the composer, in the place of the message. */
  openEdit({ message, actions, prompt }, { saved, cancelled }) {
    const editor = new Editor({ change: () => undefined, enter: () => saved(editor.text), paste: () => false }, look);
    const close = () => {
      editor.destroy();
      actions.hidden = false;
      cancelled();
    };
    const form = el(
      'form',
      { 'data-chatgpt-composer': '', 'data-composer-placement': 'edit', class: 'edit-box' },
      el('div', { 'data-composer-input': '' }, editor.element),
      el(
        'div',
        { class: 'edit-buttons' },
        el('button', { type: 'button', class: 'pill', on: { click: close } }, 'Cancel'),
        el('button', { type: 'submit', class: 'pill filled', 'aria-label': 'Send' }, 'Send'),
      ),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      saved(editor.text);
    });
    actions.hidden = true;
    message.replaceChildren(form);
    editor.text = prompt.text;
    editor.focus();
  },
};
