import { el, icon } from './dom.js';
import { openEdit } from './edit-turn.js';

/** A plain text area with the outside of the other editors. */
class Area {
  #abort = new AbortController();

  constructor(element, handlers) {
    this.element = element;
    const { signal } = this.#abort;
    element.addEventListener('input', () => handlers.change(element.value), { signal });
    element.addEventListener(
      'keydown',
      (event) => {
        if (event.isComposing || event.keyCode === 229 || event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        handlers.enter();
      },
      { signal },
    );
    element.addEventListener(
      'paste',
      (event) => {
        if (handlers.paste(event.clipboardData)) event.preventDefault();
      },
      { signal },
    );
    this.changed = handlers.change;
  }

  get text() {
    return this.element.value;
  }

  set text(value) {
    this.element.value = value;
    this.changed(value);
  }

  focus() {
    this.element.focus();
  }

  destroy() {
    this.#abort.abort();
  }
}

const submit = (attributes, path) => el('button', { class: 'round filled', ...attributes }, icon(path));

/** The light front end for small screens. */
export const shellC = {
  frontEnd: 'mobile_web',
  form: () => document.querySelector('form[data-mobile-composer]'),
  formOfThread: (form) => form,
  fallback: (form) => form.querySelector('textarea'),
  voice: (form) => form.querySelector('[data-start-dictation]'),
  dictate: (form) => form.querySelector('[data-start-dictation]'),
  /** Its button is not known. */
  voiceMode: () => undefined,
  plus: (form) => form.querySelector('[data-add-files]'),
  attachments: (form) => form.querySelector('[data-attachments]'),
  chooser: () => document.querySelector('input[type="file"][data-any]'),
  makeEditor: (handlers, form) => new Area(form.querySelector('textarea'), handlers),
  mount: () => undefined,
  placeSubmit: (form, button) => form.querySelector('.trailing').append(button),
  sendButton: (arrow) => submit({ type: 'submit', 'data-composer-submit': '', 'aria-label': 'Send' }, arrow),
  stopButton: (square, stop) =>
    submit({ type: 'button', 'data-stop': '', 'aria-label': 'Stop', on: { click: stop } }, square),
  turn({ role, messageId, thread }) {
    const message = el('div', { class: 'message' });
    const actions = el('div', { class: 'actions' });
    const element = el(
      'li',
      { 'data-message-role': role, 'data-message': messageId, class: `turn ${role}` },
      message,
      actions,
    );
    const list = thread.querySelector('ul') ?? el('ul', { class: 'messages' });
    if (!list.isConnected) thread.append(el('section', { 'data-web-mobile-conversation': '' }, list));
    list.append(element);
    return { element, message, actions };
  },
  bubble: (text) => el('div', { class: 'bubble whitespace-pre-wrap' }, text),
  answerBody: () =>
    el('div', { class: 'markdown result-streaming', 'data-assistant-stream-block': '', 'data-assistant-markdown': '' }),
  named(turn, messageId) {
    turn.element.dataset.message = messageId;
  },
  openEdit,
};
