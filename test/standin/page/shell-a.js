import { options } from './bootstrap.js';
import { el, icon } from './dom.js';
import { openEdit } from './edit-turn.js';
import { Editor } from './editor.js';

const look = {
  attributes: {
    id: options.renamed ? 'message-field' : 'prompt-textarea',
    'data-virtualkeyboard': 'true',
    'aria-label': 'Chat with ChatGPT',
  },
  emptyParagraph: { 'data-placeholder': 'Ask anything', class: 'placeholder' },
};

/** The older front end, "core_web". Its turns were articles until March 2026, and are sections since. */
export const shellA = (turnElement) => ({
  frontEnd: 'core_web',
  form: () => document.querySelector('form[data-type="unified-composer"]'),
  formOfThread: (form) => form,
  fallback: (form) => form.querySelector('textarea[name="prompt-textarea"]'),
  voice: (form) => form.querySelector('[data-testid="composer-speech-button-container"]'),
  dictate: (form) => form.querySelector('button[aria-label="Dictate button"]'),
  voiceMode: (form) => form.querySelector('[data-testid="composer-speech-button"]'),
  plus(form) {
    const button = form.querySelector('[data-testid="composer-plus-btn"]');
    button.id = 'composer-plus-btn';
    return button;
  },
  attachments: (form) => form.querySelector('[data-attachments]'),
  chooser: (form) => form.querySelector('input[type="file"]'),
  makeEditor: (handlers) => new Editor(handlers, look),
  mount(form, editor) {
    const area = this.fallback(form);
    if (options.renamed) area?.remove();
    else area.style.display = 'none';
    form.querySelector('.primary').prepend(editor.element);
  },
  placeSubmit: (form, button) => form.querySelector('[data-testid="composer-speech-button-container"]').after(button),
  sendButton: (arrow) =>
    el(
      'button',
      {
        id: options.renamed ? 'message-submit' : 'composer-submit-button',
        'data-testid': options.renamed ? 'submit' : 'send-button',
        'aria-label': 'Send prompt',
        class: 'round filled composer-submit-btn',
      },
      icon(arrow),
    ),
  stopButton: (square, stop) =>
    el(
      'button',
      {
        id: 'composer-submit-button',
        type: 'button',
        'data-testid': 'stop-button',
        'aria-label': 'Stop streaming',
        class: 'round filled composer-submit-btn',
        on: { click: stop },
      },
      icon(square),
    ),
  turn({ role, messageId, turnId, number, thread }) {
    const message = el('div', { 'data-message-author-role': role, 'data-message-id': messageId, class: 'message' });
    const actions = el('div', { class: 'actions' });
    const element = el(
      turnElement,
      {
        'data-testid': `conversation-turn-${number}`,
        'data-turn': role,
        'data-turn-id': turnId,
        class: `turn ${role}`,
      },
      el('h5', { class: 'sr-only' }, role === 'user' ? 'You said:' : 'ChatGPT said:'),
      message,
      actions,
    );
    thread.append(element);
    return { element, message, actions };
  },
  bubble: (text) => el('div', { class: 'bubble whitespace-pre-wrap' }, text),
  answerBody: () => el('div', { class: 'markdown result-streaming' }),
  named: (turn, messageId) => {
    turn.message.dataset.messageId = messageId;
    turn.message.dataset.messageModelSlug = 'gpt-5-2';
  },
  openEdit,
});
