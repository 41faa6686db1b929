import { get, post } from './calls.js';
import { el } from './dom.js';

const fields = [
  ['name_user_message', 'What should ChatGPT call you?'],
  ['role_user_message', 'What do you do?'],
  ['traits_model_message', 'What traits should ChatGPT have?'],
  ['about_user_message', 'Anything else ChatGPT should know about you?'],
];

let dialog;

function close() {
  dialog?.remove();
  dialog = undefined;
  if (location.hash.startsWith('#settings')) history.replaceState(null, '', location.pathname + location.search);
}

async function save(form) {
  const values = Object.fromEntries([...new FormData(form)]);
  const status = form.querySelector('[role="status"]');
  const saved = await post('/user_system_messages', {
    ...values,
    about_model_message: '',
    other_user_message: '',
    enabled: true,
    disabled_tools: [],
    personality_type_selection: 'default',
  });
  status.textContent = saved ? 'Saved' : 'Could not save your instructions.';
}

/** Opens the custom instructions, which live behind a hash as in the real page. */
async function open() {
  if (dialog) return;
  const areas = fields.map(([name, label]) => el('label', {}, label, el('textarea', { name, rows: '2' })));
  const form = el(
    'form',
    {},
    ...areas,
    el(
      'div',
      { class: 'edit-buttons' },
      el('span', { role: 'status' }),
      el('button', { type: 'button', class: 'pill', on: { click: close } }, 'Close'),
      el('button', { class: 'pill filled' }, 'Save'),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void save(form);
  });
  dialog = el(
    'div',
    { class: 'overlay' },
    el(
      'div',
      { class: 'dialog', role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': 'settings-title' },
      el('h2', { id: 'settings-title' }, 'Personalization'),
      form,
    ),
  );
  document.body.append(dialog);
  const known = await get('/user_system_messages');
  for (const area of form.querySelectorAll('textarea')) area.value ||= known?.[area.name] ?? '';
  form.dataset.loaded = 'true';
}

const follow = () => {
  if (location.hash === '#settings/Personalization') void open();
};

/** Lets the profile button and the address open the settings. */
export function startSettings() {
  document.querySelector('[data-testid="accounts-profile-button"]').addEventListener('click', () => {
    location.hash = '#settings/Personalization';
  });
  window.addEventListener('hashchange', follow);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  follow();
}
