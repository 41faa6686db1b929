const { clientBootstrap } = window.__reactRouterContext.state.loaderData.root;

/** The session and the build, as the server rendered them into the document. */
export const boot = clientBootstrap;
export const options = clientBootstrap.options;
export const isTemporary = new URLSearchParams(window.location.search).get('temporary-chat') === 'true';

let state = clientBootstrap.seed >>> 0;

/** Seeded, so that a failure with one run's ids can be seen again (mulberry32). */
export function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let mixed = state;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

export function bytes(count) {
  return Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
}

export function hex(digits) {
  return [...bytes(digits)].map((byte) => (byte & 15).toString(16)).join('');
}

export function uuid() {
  return [hex(8), hex(4), `4${hex(3)}`, `a${hex(3)}`, hex(12)].join('-');
}

export function base64(data) {
  let binary = '';
  for (const byte of data) binary += String.fromCharCode(byte);
  return window.btoa(binary);
}

/** The family of paths: people who are signed in, or not. */
export const api = clientBootstrap.session.accessToken ? '/backend-api' : '/backend-anon';

/** The last part of the calls that carry a prompt. */
export const conversation = options.renamed ? 'f/converse' : 'f/conversation';

const sessionId = uuid();

/** The new shell goes by cookies and always names its account. */
function frontEndHeaders(session) {
  const account = session.account ? { 'chatgpt-account-id': session.account.id } : {};
  if (options.frontEnd === 'B')
    return {
      ...account,
      'x-openai-web-frontend': 'codex_webview',
      originator: 'Codex Browser',
      'x-openai-codex-window-type': 'browser',
    };
  return {
    ...(session.accessToken ? { authorization: `Bearer ${session.accessToken}` } : {}),
    ...(session.account?.structure === 'workspace' ? account : {}),
    'x-openai-web-frontend': options.frontEnd === 'C' ? 'mobile_web' : 'core_web',
  };
}

/** The headers that every call carries. */
export function commonHeaders(path) {
  const { session } = boot;
  return {
    ...frontEndHeaders(session),
    'oai-device-id': boot.deviceId,
    'oai-did': boot.deviceId,
    'oai-session-id': sessionId,
    'oai-language': 'en-US',
    'oai-client-version': boot.clientVersion,
    'oai-client-build-number': boot.buildNumber,
    'x-openai-target-path': path,
    'x-openai-target-route': path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}'),
  };
}
