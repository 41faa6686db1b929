import { options } from './bootstrap.js';
import { post } from './calls.js';
import { el } from './dom.js';
import { upload } from './uploads.js';

const starterCount = 4;
const knowledge = [];
let gizmoId = null;
let draftId = null;
let timer;
let status;
let form;

function gpt() {
  const fields = new FormData(form);
  const text = (name) => String(fields.get(name));
  return {
    display: {
      name: text('name'),
      description: text('description'),
      prompt_starters: fields.getAll('starter').filter((starter) => starter !== ''),
      welcome_message: '',
      profile_picture_id: null,
    },
    instructions: text('instructions'),
    files: knowledge.filter(({ file_id: id }) => id !== undefined),
    tools: [{ type: 'browser' }],
    training_disabled: false,
  };
}

async function saveDraft() {
  const saved = await post('/gizmo_editor/drafts', { ...gpt(), gizmo_id: gizmoId, draft_id: draftId });
  draftId = saved?.id ?? draftId;
  status.textContent = saved ? 'Draft saved' : 'Could not save the draft.';
}

/** The draft goes by itself, once the keys rest. */
function changed() {
  status.textContent = '';
  clearTimeout(timer);
  timer = setTimeout(() => void saveDraft(), options.prepareDebounceMs);
}

async function publish() {
  clearTimeout(timer);
  status.textContent = '';
  const made = await post(gizmoId === null ? '/gizmos' : `/gizmos/${gizmoId}`, gpt());
  gizmoId = made?.resource.gizmo.id ?? gizmoId;
  status.textContent = made ? 'Published' : 'Could not publish your GPT.';
}

async function addKnowledge(file, list) {
  const card = el('li', { class: 'card', 'data-status': 'uploading' }, file.name);
  list.append(card);
  const entry = { file_id: undefined, name: file.name, size: file.size, type: file.type };
  knowledge.push(entry);
  entry.file_id = await upload({ file, name: file.name, method: 'file_picker', surface: 'gizmo_editor' });
  card.dataset.status = entry.file_id === undefined ? 'failed' : 'ready';
  if (entry.file_id !== undefined) changed();
}

const field = (label, element) => el('label', {}, label, element);
const line = (name) => el('input', { type: 'text', name, autocomplete: 'off' });

/** Opens the builder beside the chat in which a GPT can be tried: at `/gpts/editor`. */
export function openBuilder() {
  status = el('span', { role: 'status' });
  const files = el('ul', { class: 'messages', 'aria-label': 'Knowledge files' });
  const chooser = el('input', { type: 'file', multiple: true, 'data-knowledge': '' });
  chooser.addEventListener('change', () => {
    for (const file of chooser.files) void addKnowledge(file, files);
    chooser.value = '';
  });
  form = el(
    'form',
    {},
    field('Name', line('name')),
    field('Description', line('description')),
    field('Instructions', el('textarea', { name: 'instructions', rows: '6' })),
    ...Array.from({ length: starterCount }, (_, at) => field(`Conversation starter ${at + 1}`, line('starter'))),
    field('Knowledge', chooser),
    files,
    el('div', { class: 'edit-buttons' }, status, el('button', { class: 'pill filled' }, 'Publish')),
  );
  form.addEventListener('input', ({ target }) => {
    if (target !== chooser) changed();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void publish();
  });
  const panel = el('section', { class: 'beside', 'aria-label': 'GPT builder' }, el('h2', {}, 'New GPT'), form);
  document.querySelector('.shell').append(panel);
}
