import { NativeXhr, addListener, applyTo, page, settle, responseStatus } from './captured.ts';

/** What a gate's refusal reads like; see the guard. */
const refusedStatus = 400;

interface CanaryOptions {
  readonly url: string;
  readonly text: string;
  /** Called once with `tried/refused`. */
  readonly done: (result: string) => void;
}

/**
 * Sends the synthetic secret through the gates as the page would: by the `fetch` and the `XMLHttpRequest` that the page finds. A gate
 * that holds refuses it; should one leak, the reserved address is blocked by the browser all the same.
 */
export function runCanary({ url, text, done }: CanaryOptions): void {
  let open = 2;
  let refused = 0;
  const finished = (held: boolean) => {
    if (held) refused += 1;
    open -= 1;
    if (open === 0) done(`2/${refused}`);
  };
  const init = { __proto__: null, method: 'POST', body: text, mode: 'no-cors' } as RequestInit;
  settle(
    // eslint-disable-next-line @typescript-eslint/unbound-method -- the one that the page finds: it is the gate that is tried
    applyTo(page.fetch, page, [url, init]) as Promise<Response>,
    (response) => finished(responseStatus(response) === refusedStatus),
    () => finished(false),
  );
  const xhr = new NativeXhr();
  addListener(xhr, 'loadend', () => finished(urlOf(xhr) !== url));
  xhr.open('POST', url);
  xhr.send(text);
}

/** For a request that failed, Chromium says nothing here and Firefox says its address: after a refusal that is another one. */
function urlOf(xhr: XMLHttpRequest): string {
  return xhr.responseURL;
}
