import type { ScanResult } from '../../lib/dlp/types.ts';
import { engine } from '../../lib/guard/engine.ts';
import type { CompiledPolicy } from '../../lib/policy/compile.ts';
import type { PolicyInForce } from '../../lib/policy/in-force.ts';

/** First the policy and how many parts there will be, then the text in parts, in any order, then that it is whole. */
export type ToScanWorker =
  | { readonly inForce: PolicyInForce; readonly parts: number }
  | { readonly place: number; readonly text: string }
  | { readonly isWhole: true };

/** `share` is 0..1. */
export type FromScanWorker = { readonly share: number } | { readonly result: ScanResult };

const parts = new Map<number, string>();
let wanted = 0;
let compiled: Promise<CompiledPolicy> | undefined;
let said = 0;

/** Milliseconds between two words of how far it is. */
const pause = 100;

addEventListener('message', ({ data }: MessageEvent<ToScanWorker>) => {
  if ('inForce' in data) {
    wanted = data.parts;
    compiled = madeReady(data.inForce);
  } else if ('text' in data) parts.set(data.place, data.text);
  else if (compiled) scanWith(compiled).catch(reportError);
});

/** While the text is on its way. */
async function madeReady(inForce: PolicyInForce): Promise<CompiledPolicy> {
  const policy = await engine.compile(inForce);
  engine.scan('', policy);
  return policy;
}

/** What throws here is reported as an error of the worker: then the tab looks by itself. */
async function scanWith(policy: Promise<CompiledPolicy>): Promise<void> {
  const steps = engine.steps(wholeText(), await policy);
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

/** A part that got lost would be text that nobody looked at. */
function wholeText(): string {
  const text = Array.from({ length: wanted }, (_, place) => parts.get(place));
  if (parts.size !== wanted || text.includes(undefined)) throw new Error('a part is missing');
  return text.join('');
}
