import { rescannerOf } from '../dlp/rescan.ts';
import { scan, scannerFor, withoutReasons } from '../dlp/scan.ts';
import { beforeCompiling, compilePolicy } from '../policy/compile.ts';
import type { EnginePort } from './engine-port.ts';

/** The engine itself, for the bundle that is injected. */
export const engine: EnginePort = {
  compile(inForce) {
    const compiled = () => compilePolicy(inForce.policy, inForce);
    return beforeCompiling(inForce.policy)?.then(compiled) ?? compiled();
  },
  scan: (text, { detectors, disabled }) => scan(text, { detectors, disabled }),
  *steps(text, { detectors, disabled }) {
    return withoutReasons(yield* scannerFor(detectors).steps(text, disabled));
  },
  rescanner: ({ detectors, disabled }) => rescannerOf(scannerFor(detectors), disabled),
};
