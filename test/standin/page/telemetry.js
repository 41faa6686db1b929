import { api, base64, boot, bytes, commonHeaders, options, uuid } from './bootstrap.js';
import { send, sendBeacon } from './natives.js';

const quiet = () => undefined;

async function packed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function statsigEvent(name, value) {
  return {
    events: [
      {
        eventName: name,
        value,
        user: { userID: boot.session.user?.id ?? '', customIDs: { DeviceId: boot.deviceId } },
        time: Date.now(),
        metadata: {},
      },
    ],
    statsigMetadata: { sdkType: 'javascript-client', sdkVersion: '3.26.0', stableID: uuid(), sessionID: uuid() },
  };
}

/** Segment-like events. Only counts, ids and times: the real page was never seen to log a prompt. */
export function track(event, properties = {}) {
  if (!options.telemetry) return;
  const body = JSON.stringify({
    timestamp: new Date().toISOString(),
    event,
    type: 'track',
    properties: { ...properties, origin: 'chat', app_name: 'chatgpt', openai_app: 'web' },
    context: {
      page: { path: location.pathname, url: location.href, title: 'ChatGPT' },
      userAgent: navigator.userAgent,
      locale: 'en-US',
    },
    messageId: `ajs-next-${Date.now()}-${uuid()}`,
    anonymousId: uuid(),
    userId: boot.session.user?.id ?? null,
    writeKey: 'web',
  });
  send('/ces/v1/t', { method: 'POST', headers: { 'content-type': 'text/plain' }, body, keepalive: true }).catch(quiet);
  sendBeacon(
    `/ces/v1/rgstr?k=${boot.statsigKey}&st=javascript-client&sv=3.26.0&t=${Date.now()}`,
    JSON.stringify(statsigEvent(event, 1)),
  );
}

/** Statsig on its own host, once as JSON and once packed. */
export async function startExperiments() {
  if (!options.telemetry) return;
  const query = `k=${boot.statsigKey}&st=javascript-client&sv=3.26.0&t=${Date.now()}&sid=${uuid()}`;
  const body = JSON.stringify({
    user: { userID: boot.session.user?.id ?? '', statsigEnvironment: { tier: 'production' } },
    hash: 'djb2',
    sinceTime: 0,
  });
  await send(`https://ab.chatgpt.com/v1/initialize?${query}&se=1`, {
    method: 'POST',
    body: base64(new TextEncoder().encode(body)).split('').reverse().join(''),
  }).catch(quiet);
  const events = await packed(JSON.stringify(statsigEvent('auto_capture::page_view', location.pathname)));
  await send(`https://ab.chatgpt.com/v1/rgstr?${query}&gz=1&ec=1`, { method: 'POST', body: events }).catch(quiet);
}

/** Times of one turn; the answer stream's trace id ties them together. */
export function reportLatency(turnTraceId, startedAt) {
  if (!options.telemetry) return;
  const path = `${api}/lat/r`;
  const body = JSON.stringify({
    server_request_id: uuid(),
    turn_trace_id: turnTraceId,
    span_id: [...bytes(8)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    user_perceived_ttft_ms: Math.round(performance.now() - startedAt),
    is_hidden: document.hidden,
  });
  send(path, { method: 'POST', headers: { ...commonHeaders(path), 'content-type': 'application/json' }, body }).catch(
    quiet,
  );
}
