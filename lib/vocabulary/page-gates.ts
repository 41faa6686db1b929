/**
 * The gates of a page through which the canary goes, one for each way out that can be tried without effect. A closed union: it is
 * stored and sent.
 */
export const pageGates = [
  'fetch',
  'xhr',
  'beacon',
  'form',
  'window', // an address that a new window would open
  'channel', // frames of a WebRTC data channel
  'fetch-later',
  'event-source',
  'image',
  'socket-address',
  'socket-frame',
  'worker', // where one is made: what it does afterwards meets no gate of the page
  'shared-worker',
  'service-worker',
] as const;
export type PageGate = (typeof pageGates)[number];

/** What came of the canary: the gates that the browser has and that were tried, and those of them that did not hold. */
export interface GateTest {
  readonly tried: readonly PageGate[];
  readonly failed: readonly PageGate[];
}

export function isPageGate(value: unknown): value is PageGate {
  return (pageGates as readonly unknown[]).includes(value);
}
