import { options } from './bootstrap.js';
import { makeDictation } from './dictation.js';
import { el } from './dom.js';
import { stop } from './prompts.js';
import { shell } from './shell.js';
import { state } from './state.js';
import { onRunning, submit } from './thread.js';
import { onDraft } from './typing.js';
import { attach } from './uploads.js';
import { startVoiceMode } from './voice-mode.js';

const arrow = 'M10 16V4M5 9l5-5 5 5';
const square = 'M6 6h8v8H6z';

/** The live composer of one mount. It takes over the server-rendered form, and the page makes a new one when the chat gets its address. */
export class Composer {
  #form;
  #editor;
  #abort = new AbortController();
  #voice;
  #submit;
  #kind = 'none';

  constructor(form, draft = '') {
    this.#form = form;
    this.#voice = shell.voice(form);
    const handlers = {
      change: (text) => {
        onDraft(text);
        this.#draw();
      },
      enter: () => this.#send(),
      paste: (data) => this.#takePaste(data),
    };
    this.#editor = shell.makeEditor(handlers, form);
    shell.mount(form, this.#editor);
    this.#listen();
    if (draft !== '') this.#editor.text = draft;
    this.#draw();
    this.#editor.focus();
  }

  get draft() {
    return this.#editor.text;
  }

  send() {
    this.#send();
  }

  destroy() {
    this.#abort.abort();
    this.#editor.destroy();
    this.#submit?.remove();
    this.#voice.hidden = false;
  }

  #listen() {
    const { signal } = this.#abort;
    const on = (target, type, listener) => target.addEventListener(type, listener, { signal });
    on(this.#form, 'submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    for (const input of document.querySelectorAll('#thread-bottom-container input[type="file"]'))
      on(input, 'change', () => {
        this.#attachAll([...input.files], 'file_picker');
        input.value = '';
      });
    on(shell.plus(this.#form), 'click', () => shell.chooser(this.#form).click());
    const dictate = shell.dictate(this.#form);
    const spoken = (text) =>
      (this.#editor.text = this.#editor.text.trim() === '' ? text : `${this.#editor.text} ${text}`);
    on(dictate, 'click', makeDictation(dictate, spoken));
    const voiceMode = shell.voiceMode(this.#form);
    if (voiceMode) on(voiceMode, 'click', () => void startVoiceMode());
    on(document, 'dragover', (event) => event.preventDefault());
    on(document, 'drop', (event) => {
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      this.#attachAll([...event.dataTransfer.files], 'drag_drop');
    });
    signal.addEventListener(
      'abort',
      onRunning(() => this.#draw()),
    );
  }

  #takePaste(data) {
    const files = [...data.files];
    if (files.length > 0) {
      this.#attachAll(files, 'paste');
      return true;
    }
    const text = data.getData('text/plain');
    if (text.length <= options.bigPasteThreshold) return false;
    const file = new File([text], 'Pasted text.txt', { type: 'text/plain' });
    void attach(file, { method: 'generated_big_paste', isBigPaste: true, changed: () => this.#draw() });
    return true;
  }

  #attachAll(files, method) {
    for (const file of files) void attach(file, { method, changed: () => this.#draw() });
  }

  #send() {
    const { text } = this.#editor;
    const ready = state.attachments.filter(({ status }) => status === 'ready');
    if (text.trim() === '' && ready.length === 0) return;
    state.attachments = [];
    this.#editor.text = '';
    void submit(text, ready);
  }

  #draw() {
    this.#drawAttachments();
    const hasContent = this.#editor.text.trim() !== '' || state.attachments.some(({ status }) => status === 'ready');
    const kind = hasContent ? 'send' : state.running ? 'stop' : 'none';
    this.#voice.hidden = kind !== 'none';
    if (this.#kind === kind) return;
    this.#kind = kind;
    this.#submit?.remove();
    const made = {
      none: () => undefined,
      send: () => shell.sendButton(arrow),
      stop: () => shell.stopButton(square, stop),
    };
    this.#submit = made[kind]();
    if (this.#submit) shell.placeSubmit(this.#form, this.#submit);
  }

  #drawAttachments() {
    const cards = state.attachments.map((attachment) =>
      el(
        'span',
        { class: 'card', 'data-status': attachment.status },
        attachment.status === 'failed' ? `${attachment.name}: upload failed` : attachment.name,
        el(
          'button',
          {
            type: 'button',
            class: 'remove',
            'aria-label': `Remove ${attachment.name}`,
            on: { click: () => this.#remove(attachment) },
          },
          '×',
        ),
      ),
    );
    shell.attachments(this.#form).replaceChildren(...cards);
  }

  #remove(attachment) {
    state.attachments = state.attachments.filter((other) => other !== attachment);
    this.#draw();
  }
}
