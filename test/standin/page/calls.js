import { api, commonHeaders } from './bootstrap.js';
import { send } from './natives.js';

/** Asks the product's own interface for JSON. Resolves with `undefined` when the call fails; the page then does without. */
export async function call(method, path, body) {
  const url = `${api}${path}`;
  const init = { method, headers: { ...commonHeaders(url), 'content-type': 'application/json' } };
  try {
    const response = await send(url, body === undefined ? init : { ...init, body: JSON.stringify(body) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

export const get = (path) => call('GET', path);
export const post = (path, body = {}) => call('POST', path, body);
