import { boot, isTemporary } from './bootstrap.js';
import { call, get } from './calls.js';
import { el } from './dom.js';
import { state } from './state.js';

const history = document.getElementById('history');
const rename = document.querySelector('[data-testid="conversation-options-button"]');

/** Reads the list of chats again. */
export async function refreshHistory() {
  rename.hidden = !state.conversationId || isTemporary;
  const listing = await get('/conversations?offset=0&limit=28&order=updated&is_archived=false');
  const rows = (listing?.items ?? []).map(({ id, title }) =>
    el('a', { class: 'row', href: `/c/${id}`, 'data-active': id === state.conversationId ? 'true' : undefined }, title),
  );
  history.replaceChildren(...rows);
}

function askTitle() {
  const input = el('input', { type: 'text', 'aria-label': 'Chat title', class: 'title-input', value: document.title });
  const done = async () => {
    const title = input.value.trim();
    input.remove();
    rename.hidden = false;
    if (title === '') return;
    const saved = await call('PATCH', `/conversation/${state.conversationId}`, { title });
    if (saved) document.title = title;
    await refreshHistory();
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) void done();
    if (event.key === 'Escape') input.replaceWith();
  });
  rename.hidden = true;
  rename.before(input);
  input.select();
}

export function startSidebar() {
  document.querySelector('[data-profile-name]').textContent = boot.session.user?.name ?? 'Log in';
  document
    .querySelector('[data-testid="create-new-chat-button"]')
    .addEventListener('click', () => location.assign('/'));
  rename.addEventListener('click', askTitle);
}
