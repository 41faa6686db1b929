import type { ScanResult } from '../dlp/types.ts';
import type { SliceOptions } from '../dlp/slices.ts';
import { call } from '../messaging/client.ts';
import { partsOf } from '../messaging/parts.ts';

/** Messages that are on their way at once. */
const mostAtOnce = 4;
/** Milliseconds without progress, after which it is done here. */
const patience = 15_000;

/**
 * Looks at a long text beside the tab, under the policy of this version; `undefined` where that cannot be had, or where it was ended:
 * then the text is looked at here. What goes there comes back, and is kept nowhere.
 */
export async function scanFar(
  text: string,
  policy: string,
  { signal, onProgress }: SliceOptions,
): Promise<ScanResult | undefined> {
  const parts = partsOf(text);
  const begun = await call('scan.begin', { policy, parts: parts.length });
  if (!begun.ok) return undefined;
  const { id } = begun.value;
  try {
    for (let first = 0; first < parts.length; first += mostAtOnce) {
      const next = parts.slice(first, first + mostAtOnce);
      const sent = next.map((part, place) => call('scan.part', { id, place: first + place, text: part }));
      const arrived = (await Promise.all(sent)).every(({ ok }) => ok);
      if (!arrived || signal?.aborted === true) return undefined;
    }
    let share = 0;
    for (let since = performance.now(); performance.now() - since < patience;) {
      const state = await call('scan.wait', { id });
      if (!state.ok || signal?.aborted === true) return undefined;
      if ('result' in state.value) return state.value.result;
      if (state.value.share > share) since = performance.now();
      ({ share } = state.value);
      onProgress?.(share);
    }
    return undefined;
  } finally {
    void call('scan.end', { id });
  }
}
