import { options } from './bootstrap.js';
import { get, post } from './calls.js';
import { el } from './dom.js';

let panel;
let timer;

function close() {
  clearTimeout(timer);
  panel?.remove();
  panel = undefined;
}

/** Changes are saved one after another, each once the keys rest. */
function saver(document, status) {
  let last = Promise.resolve();
  const save = async (content) => {
    const saved = await post(`/textdoc/${document.id}`, { content, comments: [], version: document.version });
    if (saved) document.version = saved.version;
    status.textContent = saved ? 'Saved' : 'Could not save your document.';
  };
  return (read) => {
    status.textContent = '';
    clearTimeout(timer);
    timer = setTimeout(() => (last = last.then(() => save(read()))), options.prepareDebounceMs);
  };
}

function titleOf(document, status) {
  const title = el('input', {
    type: 'text',
    class: 'title-input',
    'aria-label': 'Document title',
    value: document.title,
  });
  title.addEventListener('change', async () => {
    const saved = await post(`/textdoc/${document.id}/rename`, { title: title.value });
    status.textContent = saved ? 'Renamed' : 'Could not rename your document.';
  });
  return title;
}

/** Puts a document beside the chat, to be edited there. */
function show(document) {
  close();
  const status = el('span', { role: 'status' });
  const text = el('div', {
    class: 'document',
    contenteditable: 'true',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': 'Document',
  });
  text.textContent = document.content;
  const changed = saver(document, status);
  text.addEventListener('input', () => changed(() => text.innerText));
  const shut = el('button', { type: 'button', class: 'pill', on: { click: close } }, 'Close document');
  panel = el(
    'section',
    { class: 'beside', 'data-testid': 'writing-block-container', 'data-writing-block': '' },
    el('div', { class: 'beside-head' }, titleOf(document, status), status, shut),
    text,
  );
  window.document.querySelector('.shell').append(panel);
}

/** Shows the last document of a chat, if it has one. */
export async function openDocuments(conversationId) {
  const documents = await get(`/conversation/${conversationId}/textdocs`);
  if (documents?.length > 0) show(documents.at(-1));
}
