import { scanTurn } from '../dlp/across.ts';
import { inSlices } from '../dlp/slices.ts';
import type { ScanResult } from '../dlp/types.ts';
import { policyVersion } from '../policy/in-force.ts';
import type { PolicyInForce } from '../policy/in-force.ts';
import { presentEngine } from './engine-port.ts';
import type { EnginePort, ScanRequest } from './engine-port.ts';
import { scanFar } from './far-scan.ts';
import { CheckStopped, showProgress } from './progress.ts';

/**
 * The scans of one frame. A text that three rings ask about is looked at once; a long one without holding the page up, and when somebody
 * goes on with it, no more than what was changed.
 */
export interface Scans {
  /** At once. */
  readonly scan: (text: string, request: ScanRequest) => ScanResult;
  /** As `scan`, together with the ends of messages and files before: a secret may be said in parts. See `scanTurn` of the engine. */
  readonly scanTurn: (text: string, request: ScanRequest, before: readonly (readonly string[])[]) => ScanResult;
  /** Makes tables and expressions ready, so that the first text that somebody sends finds them so. */
  readonly warmUp: (request: ScanRequest) => void;
  /** True for a text that takes longer than a person or an animation should wait, and was not looked at yet. */
  readonly takesLong: (text: string, request: ScanRequest) => boolean;
  /**
   * Looks at long texts, the very long ones beside the tab and the others in slices, and says so to the person; `scan` knows them from
   * then on. Rejects with `CheckStopped` where the person has had enough.
   */
  readonly prepare: (texts: readonly string[], request: ScanRequest) => Promise<void>;
}

/** UTF-16 units that are looked at within a few milliseconds. */
const atOnce = 100_000;
/** What is longer is looked at beside the tab: that takes longer, a third at three megabytes, but the page’s thread is free meanwhile. */
const besideTheTab = 200_000;
/** However well a text is known: lists full of findings gain little by it. */
const longestAtOnce = 150_000;
const longestHere = 300_000;
/** The share of the time that what is known still takes. */
const shareOfKnown = 0.3;
/** Shorter texts are looked at again sooner than they are recognised. */
const leastKept = 2_000;
const mostKept = 6;
/** Units of all texts that are kept, but for the last one. */
const mostUnits = 16_000_000;
/** Something of what people send: words, code, numbers, an address. Nothing in it is anybody's. */
const everyday =
  'Please explain: const url = "https://example.com/a?b=1"; password: changeme, token = <your-token>, 12.5 % of 1,200 on 2026-01-31, ' +
  'user@example.com, +1 555 0100, SELECT id FROM orders WHERE id = 42; # version 1.2.3 {"key": "value", "list": [1, 2, 3]}';

type Rescanner = ReturnType<EnginePort['rescanner']>;

interface Known {
  readonly text: string;
  readonly request: ScanRequest;
  readonly result: ScanResult;
}

export function createScans(inForce: () => PolicyInForce | undefined): Scans {
  let known: readonly Known[] = [];
  const find = (text: string, request: ScanRequest) => {
    if (text.length < leastKept) return undefined;
    return known.find((each) => each.request === request && each.text === text)?.result;
  };
  const keep = (text: string, request: ScanRequest, result: ScanResult) => {
    if (text.length < leastKept) return;
    known = withinBounds([{ text, request, result }, ...known]);
  };
  let latest: { readonly request: ScanRequest; readonly rescanner: Rescanner } | undefined;
  const rescanner = (request: ScanRequest) => {
    if (latest?.request !== request) latest = { request, rescanner: presentEngine().rescanner(request) };
    return latest.rescanner;
  };
  const takesLong = (text: string, request: ScanRequest) =>
    text.length > atOnce &&
    find(text, request) === undefined &&
    (text.length > longestAtOnce || unitsOfWork(text, rescanner(request)) > atOnce);
  const belongsBesideTheTab = (text: string, request: ScanRequest) =>
    text.length > longestHere || unitsOfWork(text, rescanner(request)) > besideTheTab;
  const scanOnce = (text: string, request: ScanRequest) => {
    const before = find(text, request);
    if (before) return before;
    const result = rescanner(request).scan(text);
    keep(text, request, result);
    return result;
  };
  return {
    takesLong,
    warmUp: (request) => void presentEngine().scan(everyday, request),
    scan: scanOnce,
    scanTurn: (text, request, before) => scanTurn((part) => scanOnce(part, request), before, text),
    async prepare(texts, request) {
      const progress = showProgress(progressText(0));
      const { signal } = progress;
      try {
        for (const text of texts.filter((each) => takesLong(each, request))) {
          const policy = inForce();
          const options = { signal, onProgress: (share: number) => progress.say(progressText(share)) };
          const far =
            policy && belongsBesideTheTab(text, request)
              ? await scanFar(text, policyVersion(policy), options)
              : undefined;
          const found = far ?? (await inSlices(rescanner(request).steps(text), options));
          if (signal.aborted || found === undefined) throw new CheckStopped();
          keep(text, request, found);
        }
      } finally {
        progress.end();
      }
    },
  };
}

/** UTF-16 units of a text that nobody knows, which take as long. */
function unitsOfWork(text: string, { unknownUnits }: Rescanner): number {
  if (text.length <= atOnce) return text.length;
  const unknown = unknownUnits(text);
  return unknown + (text.length - unknown) * shareOfKnown;
}

function withinBounds(entries: readonly Known[]): readonly Known[] {
  let units = 0;
  return entries.slice(0, mostKept).filter(({ text }, place) => {
    units += text.length;
    return place === 0 || units <= mostUnits;
  });
}

function progressText(share: number): string {
  return `Sluice is checking a long text: ${String(Math.round(share * 10) * 10)} %`;
}
