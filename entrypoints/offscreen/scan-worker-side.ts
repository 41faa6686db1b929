import type { ScanResult } from '../../lib/dlp/types.ts';
import type { FarScanState } from '../../lib/messaging/reader-page.ts';
import type { PolicyInForce } from '../../lib/policy/in-force.ts';
import type { FromScanWorker, ToScanWorker } from './scan-worker.ts';

/** Milliseconds in which the one who waits hears how far it is. */
const between = 250;
/** More than these are not handed from place to place: the tab looks by itself. */
const mostFindings = 20_000;

/** One scan at a time, in a worker that ends with the page. */
export function createScanWorker(start: () => Worker) {
  let worker: Worker | undefined;
  let isWhole = false;
  let state: FarScanState | undefined;
  let changed: () => void = () => undefined;
  const post = (message: ToScanWorker) => worker?.postMessage(message);
  const become = (next: FarScanState | undefined) => {
    state = next;
    changed();
  };
  return {
    begin(inForce: PolicyInForce, parts: number): true {
      worker?.terminate();
      worker = start();
      isWhole = false;
      state = { share: 0 };
      worker.addEventListener('message', ({ data }: MessageEvent<FromScanWorker>) =>
        become('result' in data ? ended(data.result) : data),
      );
      worker.addEventListener('error', () => become(undefined));
      post({ inForce, parts });
      return true;
    },
    part(place: number, text: string): true {
      post({ place, text });
      return true;
    },
    /** The first call says that the text is whole. `undefined` where the scan failed. */
    async wait(): Promise<FarScanState | undefined> {
      if (!isWhole) post({ isWhole: true });
      isWhole = true;
      if (state !== undefined && !('result' in state))
        await new Promise<void>((done) => {
          const end = setTimeout(done, between);
          changed = () => {
            if (state !== undefined && 'share' in state) return;
            clearTimeout(end);
            done();
          };
        });
      return state;
    },
  };
}

function ended(result: ScanResult): FarScanState | undefined {
  return result.findings.length > mostFindings ? undefined : { result };
}
