import { options, uuid } from './bootstrap.js';
import { get } from './calls.js';

const Socket = window.WebSocket;

let nextId = 1;
/** Resolves with the open socket; with `undefined` where there is none. */
let open = Promise.resolve(undefined);
const listeners = new Map();

function say(socket, ...commands) {
  socket.send(JSON.stringify(commands.map((command) => ({ id: nextId++, request_id: uuid(), command }))));
}

function connect(address) {
  return new Promise((resolve) => {
    const socket = new Socket(address);
    socket.addEventListener('open', () => {
      const state = document.hidden ? 'background' : 'foreground';
      say(
        socket,
        { type: 'connect', presence: { type: 'presence', state } },
        { type: 'subscribe', topic_id: 'conversations', offset: '0' },
      );
      resolve(socket);
    });
    socket.addEventListener('message', ({ data }) => {
      for (const { type, topic_id: topic, payload } of JSON.parse(data))
        if (type === 'message') listeners.get(topic)?.item(payload.payload.encoded_item);
    });
    socket.addEventListener('close', () => {
      open = Promise.resolve(undefined);
      resolve(undefined);
      for (const { broken } of listeners.values()) broken();
      listeners.clear();
    });
  });
}

/** Opens the user's socket and tells the service that this tab is looked at. The chat works without it. */
export async function openUserSocket() {
  const answer = options.socket ? await get('/celsius/ws/user') : undefined;
  if (answer) open = connect(answer.websocket_url).catch(() => undefined);
  await open;
}

/**
 * Has the items of a topic brought over the socket: `item(text)` for each, `broken()` when no more will come. Resolves with what ends it;
 * with `undefined` where there is no socket.
 */
export async function subscribe(topic, { item, broken }) {
  const socket = await open;
  if (!socket) return undefined;
  listeners.set(topic, { item, broken });
  say(socket, { type: 'subscribe', topic_id: topic, offset: '0' });
  return () => {
    if (!listeners.delete(topic)) return;
    say(socket, { type: 'unsubscribe', topic_id: topic });
  };
}

/** Adds messages to the turn that runs. False where there is no socket. */
export async function steerOverSocket(topic, messages) {
  const socket = await open;
  if (socket) say(socket, { type: 'steer_turn', topic_id: topic, messages });
  return socket !== undefined;
}
