import type { Packed } from './prepared.ts';

/**
 * What is worked out from all detectors and the steps that nearly every text takes (see `prepared.ts`). Builds put them here (see
 * `scripts/prebuilt.mjs`), so that no page waits for what never changes; where nothing was built they are worked out on first use.
 */
export const prebuilt: Packed | undefined = undefined;
