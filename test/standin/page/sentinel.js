import { base64, bytes, random, uuid } from './bootstrap.js';
import { post } from './calls.js';

const pick = (list) => list[Math.floor(random() * list.length)];
const encoded = (value) => base64(new TextEncoder().encode(JSON.stringify(value)));

function describeBrowser() {
  const sources = [...document.scripts].map(({ src }) => src).filter(Boolean);
  const feature = pick(Object.keys(Object.getPrototypeOf(navigator)));
  return [
    screen.width + screen.height,
    new Date().toString(),
    4_294_705_152,
    random(),
    navigator.userAgent,
    pick(sources),
    document.documentElement.dataset.build,
    navigator.language,
    navigator.languages.join(','),
    Math.floor(random() * 10),
    `${feature}−${String(navigator[feature]).slice(0, 60)}`,
    pick(Object.keys(document)) ?? 'location',
    pick(Object.keys(window)),
    performance.now(),
    uuid(),
    '',
    navigator.hardwareConcurrency,
    performance.timeOrigin,
  ];
}

const lead = `g${'A'.repeat(5)}`;
let finalized;

/** Gets the tokens for the next prompt: a challenge, an answer to it, and the answer's token. */
export async function refreshRequirements() {
  const p = `${lead}C${encoded(describeBrowser())}`;
  const challenge = await post('/sentinel/chat-requirements/prepare', { p });
  if (!challenge) return;
  const proof = `${lead}B${encoded(describeBrowser())}~S`;
  const turnstile = base64(bytes(1500));
  const result = await post('/sentinel/chat-requirements/finalize', {
    prepare_token: challenge.prepare_token,
    proofofwork: proof,
    turnstile,
  });
  finalized = {
    token: result?.token,
    proof,
    turnstile,
    so: JSON.stringify({ so: base64(bytes(300)), c: base64(bytes(160)), id: uuid() }),
  };
}

/** The headers that prove that a browser sends this. */
export function requirementHeaders() {
  if (!finalized?.token) return {};
  return {
    'openai-sentinel-chat-requirements-token': finalized.token,
    'openai-sentinel-proof-token': finalized.proof,
    'openai-sentinel-turnstile-token': finalized.turnstile,
    'openai-sentinel-so-token': finalized.so,
  };
}
