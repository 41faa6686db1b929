// The real bundle keeps its own references while its modules initialise, so a patch that comes later is never called.
const f = window.fetch;
const XHR = window.XMLHttpRequest;
const NativeRequest = window.Request;
const beacon = window.navigator.sendBeacon;

const encoder = new TextEncoder();

/** `fetch` as it was when the bundle loaded. */
export const send = (...args) => f(...args);

/** `sendBeacon` as it was when the bundle loaded. */
export const sendBeacon = (url, data) => beacon.call(window.navigator, url, data);

/** Posts by XMLHttpRequest and gives the answer as a `Response` whose body arrives while it is received. */
function postByXhr(url, headers, body, signal) {
  return new Promise((resolve, reject) => {
    const xhr = new XHR();
    let controller;
    let read = 0;
    let isAnswered = false;
    const stream = new ReadableStream({ start: (given) => (controller = given) });
    const pull = () => {
      controller.enqueue(encoder.encode(xhr.responseText.slice(read)));
      read = xhr.responseText.length;
    };
    xhr.open('POST', url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.onreadystatechange = () => {
      if (isAnswered || xhr.readyState < 2 || xhr.status === 0) return;
      isAnswered = true;
      const type = xhr.getResponseHeader('content-type') ?? '';
      resolve(new Response(stream, { status: xhr.status, headers: { 'content-type': type } }));
    };
    xhr.onprogress = pull;
    xhr.onload = () => {
      pull();
      controller.close();
    };
    const fail = (error) => {
      reject(error);
      controller.error(error);
    };
    xhr.onerror = () => fail(new TypeError('Failed to fetch'));
    xhr.onabort = () => fail(new DOMException('Stopped', 'AbortError'));
    signal?.addEventListener('abort', () => xhr.abort());
    xhr.send(body);
  });
}

/** Posts JSON in the way that the stand-in's `bodyAs` asks for. */
export function postJson(url, value, { headers, as, signal }) {
  const text = JSON.stringify(value);
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, signal };
  if (as === 'xhr') return postByXhr(url, init.headers, text, signal);
  if (as === 'uint8array') return f(url, { ...init, body: encoder.encode(text) });
  if (as === 'blob') return f(url, { ...init, body: new Blob([text], { type: 'application/json' }) });
  if (as === 'request') return f(new NativeRequest(url, { ...init, body: text }));
  return f(url, { ...init, body: text });
}

/** Puts file bytes; resolves with the status, 0 when the network refused. */
export async function putBytes(url, file, as) {
  const headers = {
    'content-type': file.type || 'application/octet-stream',
    'x-ms-blob-type': 'BlockBlob',
    'x-ms-version': '2020-04-08',
  };
  if (as !== 'xhr') {
    try {
      return (await f(url, { method: 'PUT', headers, body: file })).status;
    } catch {
      return 0;
    }
  }
  return new Promise((resolve) => {
    const xhr = new XHR();
    xhr.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
    xhr.onloadend = () => resolve(xhr.status);
    xhr.send(file);
  });
}
