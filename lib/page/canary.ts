import type { CanaryCall } from '../bridge/wire.ts';
import { canaryText, canaryUrl } from '../sites/chatgpt/hosts.ts';
import type { PageGate } from '../vocabulary/page-gates.ts';
import { cheapTries, dearTries } from './canary-tries.ts';
import type { Try } from './canary-tries.ts';
import { applyTo, page, setTimer, settle } from './captured.ts';

/**
 * Sends the synthetic secret through the gates as the page would: by the means that the page finds. `done` is called once, with `gate:1`
 * for each that refused and `gate:0` for each that did not, parted by spaces. Should one leak, the browser blocks the reserved address
 * all the same.
 */
export function runCanary({ nonce, extent }: CanaryCall, done: (result: string) => void): void {
  const text = canaryText(nonce);
  if (extent === 'network') {
    sendOne(nonce, text, done);
    return;
  }
  let open = 1;
  let result = '';
  const close = () => {
    open -= 1;
    if (open === 0) done(result);
  };
  const tryAll = (tries: readonly Try[]) => {
    for (let index = 0; index < tries.length; index += 1) {
      const each = tries[index];
      if (!each) continue;
      open += each.gates;
      // A gate of a browser that has none of its kind is not named, and so was not tried.
      const tell = (gate: PageGate, refused: boolean | undefined) => {
        if (refused !== undefined) result += `${result === '' ? '' : ' '}${gate}:${refused ? 1 : 0}`;
        close();
      };
      // Each in a task of its own: the page may be loading.
      setTimer(() => each.run({ nonce, text }, tell), 0);
    }
  };
  tryAll(cheapTries);
  if (extent === 'tab') tryAll(dearTries);
  close();
}

/** One that the guard lets go. */
function sendOne(nonce: string, text: string, done: (result: string) => void): void {
  const init = { __proto__: null, method: 'POST', body: text, mode: 'no-cors' } as RequestInit;
  const end = () => done('');
  // eslint-disable-next-line @typescript-eslint/unbound-method -- the one that the page finds
  settle(applyTo(page.fetch, page, [`${canaryUrl}/${nonce}`, init]) as Promise<Response>, end, end);
}
