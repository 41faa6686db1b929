import { options, uuid } from './bootstrap.js';
import { post } from './calls.js';
import { openDocuments } from './canvas.js';
import { el, icon } from './dom.js';
import { converse, makePrompt, steer } from './prompts.js';
import { shell } from './shell.js';
import { state } from './state.js';

const thread = document.getElementById('thread');
const scroller = document.querySelector('[data-scroll-root]');
const turns = [];
const listeners = new Set();
let onNamed = () => undefined;
let onTitle = () => undefined;

/** Called whenever an answer starts or ends. */
export function onRunning(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `named(id)` is called when a new chat gets its id, `titled(text)` when it gets its title. */
export function onConversation({ named, titled }) {
  onNamed = named;
  onTitle = titled;
}

const notify = () => {
  thread.toggleAttribute('data-stream-active', state.running !== undefined);
  document.body.classList.toggle('has-turns', turns.length > 0);
  for (const listener of listeners) listener();
};

const action = (label, testId, path, run) =>
  el(
    'button',
    { type: 'button', class: 'turn-action', 'aria-label': label, 'data-testid': testId, on: { click: run } },
    icon(path),
  );

function makeTurn(role, messageId) {
  const made = shell.turn({ role, messageId, turnId: uuid(), number: turns.length + 1, thread });
  const turn = { role, ...made, prompt: undefined };
  turns.push(turn);
  scroller.scrollTop = scroller.scrollHeight;
  return turn;
}

function drawUserText(turn) {
  const { text, attachments } = turn.prompt;
  const cards = attachments.map(({ name }) => el('span', { class: 'card' }, name));
  turn.message.replaceChildren(...cards, ...(text === '' ? [] : [shell.bubble(text)]));
}

function addUserTurn(prompt) {
  const turn = makeTurn('user', prompt.id);
  turn.prompt = prompt;
  drawUserText(turn);
  turn.actions.append(
    action('Copy', 'copy-turn-action-button', 'M7 7h9v9H7zM4 12V4h8', () => navigator.clipboard.writeText(prompt.text)),
    action('Edit message', 'edit-turn-action-button', 'M4 16l1-4 9-9 3 3-9 9zM12 5l3 3', () => edit(turn)),
  );
  return turn;
}

function addAnswerTurn(prompt) {
  const turn = makeTurn('assistant', 'pending');
  turn.prompt = prompt;
  turn.message.append(shell.answerBody());
  return turn;
}

function finishAnswer(turn) {
  turn.message.firstElementChild.classList.remove('result-streaming');
  const rate = (rating) =>
    post('/conversation/message_feedback', {
      message_id: turn.messageId,
      conversation_id: state.conversationId,
      rating,
      text: '',
      tags: [],
    });
  turn.actions.append(
    action('Good response', 'good-response-turn-action-button', 'M6 9l3-6c2 0 2 2 1.5 5H16l-1.5 8H6zM3 9v7', () =>
      rate('thumbsUp'),
    ),
    action('Bad response', 'bad-response-turn-action-button', 'M6 11l3 6c2 0 2-2 1.5-5H16l-1.5-8H6zM3 4v7', () =>
      rate('thumbsDown'),
    ),
    action('Regenerate', 'regenerate-turn-action-button', 'M15 7a6 6 0 1 0 1 5M16 3v4h-4', () => regenerate(turn)),
  );
}

/** The page's own error. The chat goes on below it. */
export function showError(text) {
  thread.append(el('div', { 'data-testid': 'error-message', class: 'error', role: 'alert' }, text));
}

function clearErrors() {
  for (const error of thread.querySelectorAll('[data-testid="error-message"]')) error.remove();
}

function cutAfter(count) {
  for (const { element } of turns.splice(count)) element.remove();
}

async function answer(kind, prompt) {
  clearErrors();
  const turn = addAnswerTurn(prompt);
  const body = turn.message.firstElementChild;
  const running = converse(kind, prompt, {
    conversation: (id) => {
      const isNew = state.conversationId !== id;
      state.conversationId = id;
      if (isNew) onNamed(id);
    },
    title: (text) => onTitle(text),
    document: () => void openDocuments(state.conversationId),
    text: (id, text) => {
      const isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 160;
      turn.messageId = id;
      shell.named(turn, id);
      body.textContent = text;
      state.currentNode = id;
      if (isAtEnd) scroller.scrollTop = scroller.scrollHeight;
    },
  });
  notify();
  try {
    await running;
    if (body.textContent === '') cutAfter(turns.indexOf(turn));
    else finishAnswer(turn);
  } catch (error) {
    // What arrived stays; an answer that never began leaves no empty turn.
    if (body.textContent === '') cutAfter(turns.indexOf(turn));
    else finishAnswer(turn);
    showError(error.message);
  }
  notify();
}

/** Sends what was typed; while an answer runs it steers that answer. */
export async function submit(text, attachments) {
  if (state.running) {
    const prompt = makePrompt(text, attachments);
    const turn = addUserTurn(prompt);
    try {
      await steer(text);
    } catch (error) {
      turn.element.classList.add('failed');
      showError(error.message);
    }
    return;
  }
  const prompt = makePrompt(text, attachments);
  addUserTurn(prompt);
  await answer('next', prompt);
}

function regenerate(turn) {
  if (state.running) return;
  cutAfter(turns.indexOf(turn));
  void answer('variant', turn.prompt);
}

function edit(turn) {
  shell.openEdit(turn, {
    cancelled: () => drawUserText(turn),
    saved: (text) => {
      const prompt = { ...makePrompt(text, turn.prompt.attachments), parent: turn.prompt.parent };
      cutAfter(turns.indexOf(turn));
      addUserTurn(prompt);
      void answer('next', prompt);
    },
  });
}

/** Draws a chat that the service keeps. */
export function restore(tree) {
  state.conversationId = tree.conversation_id;
  state.currentNode = tree.current_node;
  const path = [];
  for (let id = tree.current_node; id; id = tree.mapping[id]?.parent) path.unshift(tree.mapping[id]);
  let prompt;
  for (const { message, parent } of path.filter((node) => node?.message)) {
    const text = message.content.parts[0] ?? '';
    if (message.author.role === 'user') {
      prompt = {
        id: message.id,
        text,
        attachments: (message.metadata.attachments ?? []).map((file) => ({ ...file, file })),
        parent,
        createTime: message.create_time,
      };
      addUserTurn(prompt);
    } else if (message.author.role === 'assistant') {
      const turn = addAnswerTurn(prompt);
      turn.messageId = message.id;
      shell.named(turn, message.id);
      turn.message.firstElementChild.textContent = text;
      finishAnswer(turn);
    }
  }
  notify();
}

// Copying out of an answer is reported with the words that were copied.
thread.addEventListener('copy', (event) => {
  const from = event.target.closest ? event.target : document.getSelection().anchorNode?.parentElement;
  const turn = turns.find(({ role, message }) => role === 'assistant' && message.contains(from));
  if (!turn || !options.telemetry) return;
  void post('/implicit_message_feedback', {
    message_id: turn.messageId,
    conversation_id: state.conversationId,
    feedback: { feedback_type: 'copy', selected_text: String(document.getSelection()) },
  });
});
