import { isTemporary, options } from './bootstrap.js';
import { get, post } from './calls.js';
import { openDocuments } from './canvas.js';
import { Composer } from './composer.js';
import { send } from './natives.js';
import { openBuilder } from './gpt-builder.js';
import { shell } from './shell.js';
import { startSettings } from './settings.js';
import { refreshHistory, startSidebar } from './sidebar.js';
import { state } from './state.js';
import { startExperiments, track } from './telemetry.js';
import { onConversation, restore } from './thread.js';
import { warmUp } from './typing.js';
import { reserveAhead } from './uploads.js';
import { openUserSocket } from './user-socket.js';

let form = shell.form();
let composer;

function remount() {
  const { draft } = composer;
  composer.destroy();
  form = shell.formOfThread(form);
  composer = new Composer(form, draft);
}

/** A text that came with the link. The page takes it out of the address once it has read it. */
function takeLinkedPrompt() {
  const query = new URLSearchParams(location.search);
  const linked = query.get('q') ?? query.get('prompt');
  for (const name of ['q', 'prompt', 'prompt-textarea']) query.delete(name);
  const rest = query.toString();
  if (location.search !== '') history.replaceState(null, '', location.pathname + (rest && `?${rest}`) + location.hash);
  return linked ?? '';
}

async function loadAccount() {
  await send('/api/auth/session').catch(() => undefined);
  await Promise.all([
    get('/me'),
    get('/accounts/check/v4-2023-04-27'),
    get('/models?history_and_training_disabled=false'),
    get('/settings/user'),
    get('/gizmos/bootstrap?limit=2'),
    openUserSocket(),
    post('/conversation/init', {
      gizmo_id: null,
      requested_default_model: null,
      conversation_id: null,
      timezone_offset_min: new Date().getTimezoneOffset(),
    }),
  ]);
}

async function openChat() {
  const [, id] = /\/c\/([^/]+)$/.exec(location.pathname) ?? [];
  const tree = id && (await get(`/conversation/${id}`));
  if (!tree) return;
  restore(tree);
  await openDocuments(id);
  document.title = tree.title;
}

onConversation({
  named: (id) => {
    // A temporary chat never shows its id.
    if (isTemporary) return;
    history.pushState(null, '', `/c/${id}`);
    remount();
  },
  titled: (title) => {
    if (isTemporary) return;
    document.title = title;
    void refreshHistory();
  },
});

async function hydrate() {
  const linked = takeLinkedPrompt();
  const typed = shell.fallback(form).value;
  composer = new Composer(form, typed || linked);
  document.documentElement.dataset.hydrated = 'true';
  document.body.classList.toggle('temporary', isTemporary);
  startSidebar();
  startSettings();
  if (location.pathname === '/gpts/editor') openBuilder();
  warmUp();
  reserveAhead();
  track('Page Loaded', { temporary: isTemporary });
  void startExperiments();
  await Promise.all([loadAccount(), openChat()]);
  await refreshHistory();
  if (linked !== '' && options.promptLink === 'autosubmit' && !state.running) composer.send();
}

window.addEventListener('popstate', () => location.reload());
setTimeout(() => void hydrate(), options.hydrationDelayMs);
