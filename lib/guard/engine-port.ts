import type { Steps } from '../dlp/look.ts';
import type { Rescanner } from '../dlp/rescan.ts';
import type { ScanResult } from '../dlp/types.ts';
import { callAgain } from '../messaging/client.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import type { PolicyInForce } from '../policy/in-force.ts';

/** What a policy says about scans; it is known by its identity. */
export type ScanRequest = Pick<CompiledPolicy, 'disabled' | 'detectors'>;

/** What the engine's bundle offers to the guard of the same frame, once it is there. */
export interface EnginePort {
  /** A promise only where an organisation's own expressions must be made ready first. */
  readonly compile: (inForce: PolicyInForce) => CompiledPolicy | Promise<CompiledPolicy>;
  readonly scan: (text: string, request: ScanRequest) => ScanResult;
  /** The work of `scan` in small pieces. */
  readonly steps: (text: string, request: ScanRequest) => Steps<ScanResult>;
  /** Finds the same; of a long text that somebody goes on with it looks at what was changed. It holds such texts. */
  readonly rescanner: (request: ScanRequest) => Pick<Rescanner, 'scan' | 'steps' | 'unknownUnits'>;
}

/** The content scripts of one frame share the isolated world's globals; the page cannot see them. */
const key = Symbol.for('sluice.engine');

export function offerEngine(port: EnginePort): void {
  Object.defineProperty(globalThis, key, { value: port, configurable: true });
}

/** The engine of this frame, where it is there already. */
export function offeredEngine(): EnginePort | undefined {
  return (globalThis as { readonly [key]?: EnginePort })[key];
}

/** The engine, for whoever has a compiled policy: that came from it. */
export function presentEngine(): EnginePort {
  const port = offeredEngine();
  if (port === undefined) throw new Error('the engine is not there');
  return port;
}

/** Milliseconds: the browser may lose what it was asked, and injecting twice does no harm. */
const deadlines = [4_000, 8_000, 16_000];

/** The engine of this frame, injected by the service worker on first use; `undefined` when it cannot be had. */
export async function enginePort(): Promise<EnginePort | undefined> {
  if (offeredEngine() !== undefined) return offeredEngine();
  const injected = await callAgain('engine.inject', {}, deadlines);
  return injected.ok ? offeredEngine() : undefined;
}
