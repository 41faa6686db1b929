import { gathered, openChannel } from './peer.js';

const post = (path, body = '') => fetch(path, { method: 'POST', body });

/** What is heard is told to the stand-in, and what is typed is answered as it would be in speech. */
function listen(channel) {
  channel.addEventListener('message', async ({ data }) => {
    await post('/heard', data);
    const message = JSON.parse(data);
    if (message.type === 'data_message')
      channel.send(JSON.stringify({ type: 'data_message', data: `You said: ${message.data}` }));
  });
}

async function take({ id, sdp }) {
  const connection = new RTCPeerConnection();
  listen(openChannel(connection));
  await connection.setRemoteDescription({ type: 'offer', sdp });
  await connection.setLocalDescription();
  await gathered(connection);
  await post(`/answers/${id}`, connection.localDescription.sdp);
}

// The service's end of voice conversations: one connection after another.
document.documentElement.dataset.ready = 'true';
for (;;) {
  const offered = await post('/offers');
  if (offered.status === 200) await take(await offered.json());
}
