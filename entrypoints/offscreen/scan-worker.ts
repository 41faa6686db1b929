import type { ScanResult } from '../../lib/dlp/types.ts';
import { engine } from '../../lib/guard/engine.ts';
import type { PolicyInForce } from '../../lib/policy/in-force.ts';

/** First the policy, then the text in parts, then that it is whole. */
export type ToScanWorker = { readonly inForce: PolicyInForce } | { readonly text: string } | { readonly isWhole: true };

/** `share` is 0..1. */
export type FromScanWorker = { readonly share: number } | { readonly result: ScanResult };

const parts: string[] = [];
let inForce: PolicyInForce | undefined;
let said = 0;

/** Milliseconds between two words of how far it is. */
const pause = 100;

addEventListener('message', ({ data }: MessageEvent<ToScanWorker>) => {
  if ('inForce' in data) ({ inForce } = data);
  else if ('text' in data) parts.push(data.text);
  else if (inForce) scanWith(inForce).catch(reportError);
});

/** What throws here is reported as an error of the worker: then the tab looks by itself. */
async function scanWith(policy: PolicyInForce): Promise<void> {
  const compiled = await engine.compile(policy);
  const steps = engine.steps(parts.join(''), compiled);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      say({ result: step.value });
      return;
    }
    if (performance.now() - said < pause) continue;
    said = performance.now();
    say({ share: step.value });
  }
}

function say(message: FromScanWorker): void {
  postMessage(message);
}
