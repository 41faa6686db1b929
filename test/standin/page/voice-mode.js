import { api, commonHeaders } from './bootstrap.js';
import { el } from './dom.js';
import { send } from './natives.js';
import { gathered, openChannel } from './peer.js';
import { state } from './state.js';

const Connection = window.RTCPeerConnection;

let current;

function say(channel, message) {
  channel.send(JSON.stringify(message));
}

/** Offers a connection; resolves with the service's description of its end. */
async function exchange(connection) {
  await connection.setLocalDescription();
  await gathered(connection);
  const path = '/realtime/vp';
  const body = new FormData();
  body.append('sdp', connection.localDescription.sdp);
  const session = {
    voice: 'cove',
    conversation_id: state.conversationId ?? null,
    timezone_offset_min: new Date().getTimezoneOffset(),
  };
  body.append('session', JSON.stringify(session));
  const response = await send(`${path}?family=${api.slice(1)}`, { method: 'POST', headers: commonHeaders(path), body });
  if (response.ok) return response.text();
  const { detail } = await response.json();
  throw new Error(typeof detail === 'string' ? detail : 'Voice is not available right now.');
}

function end() {
  const { connection, channel, media, panel, startedAt } = current;
  if (channel?.readyState === 'open')
    say(channel, { type: 'client_metrics', duration_ms: Math.round(performance.now() - startedAt) });
  for (const track of media?.getTracks() ?? []) track.stop();
  connection?.close();
  panel.remove();
  current = undefined;
}

function draw() {
  const status = el('span', { role: 'status' }, 'Connecting');
  const captions = el('ul', { class: 'messages', 'aria-label': 'Captions' });
  const line = el('textarea', { rows: '1', 'aria-label': 'Message' });
  const form = el('form', { hidden: true }, line, el('button', { class: 'pill' }, 'Say'));
  const stop = el('button', { type: 'button', class: 'pill filled', on: { click: end } }, 'End voice mode');
  const panel = el('section', { class: 'beside', 'aria-label': 'Voice mode' }, status, captions, form, stop);
  document.querySelector('.shell').append(panel);
  return { panel, status, captions, form, line };
}

function follow(channel, { status, captions, form, line }) {
  const caption = (text) => captions.append(el('li', {}, text));
  channel.addEventListener('open', () => {
    say(channel, { type: 'track_state', track: 'audio', state: 'live' });
    status.textContent = 'Listening';
    form.hidden = false;
  });
  channel.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === 'data_message') caption(message.data);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    say(channel, { type: 'data_message', data: line.value });
    line.value = '';
  });
}

/** Starts a voice conversation: sound both ways, and a channel for what is typed and for captions. */
export async function startVoiceMode() {
  if (current) return;
  const drawn = draw();
  current = { panel: drawn.panel, startedAt: performance.now() };
  try {
    await send('/realtime/status', { headers: commonHeaders('/realtime/status') });
    const media = await navigator.mediaDevices.getUserMedia({ audio: true });
    const connection = new Connection();
    for (const track of media.getTracks()) connection.addTrack(track, media);
    const channel = openChannel(connection);
    Object.assign(current, { media, connection, channel });
    follow(channel, drawn);
    await connection.setRemoteDescription({ type: 'answer', sdp: await exchange(connection) });
  } catch (error) {
    drawn.status.textContent = `Could not start: ${error.message}`;
  }
}
