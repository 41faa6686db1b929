import { uuid } from './bootstrap.js';
import { get } from './calls.js';

const Socket = window.WebSocket;

/** Tells the service that this tab is looked at. No words of the user go this way. */
export async function startPresence() {
  const answer = await get('/celsius/ws/user');
  if (!answer) return;
  try {
    const socket = new Socket(answer.websocket_url);
    socket.addEventListener('open', () => {
      const commands = [
        { type: 'connect', presence: { type: 'presence', state: document.hidden ? 'background' : 'foreground' } },
        { type: 'subscribe', topic_id: 'conversations', offset: '0' },
      ];
      socket.send(JSON.stringify(commands.map((command, at) => ({ id: at + 1, request_id: uuid(), command }))));
    });
  } catch {
    // The chat works without it.
  }
}
