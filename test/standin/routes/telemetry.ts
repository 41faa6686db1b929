import { empty, json, product } from '../call.ts';
import type { Reply, Route } from '../call.ts';

const statsig = /^ab\.chatgpt\.com$/;
const accepted = (): Reply => json({ success: true }, 202);
const gates = (): Reply =>
  json({ feature_gates: {}, dynamic_configs: {}, layer_configs: {}, has_updates: true, time: Date.now() });

const on = (path: string, answer: Route['answer']): Route => ({ host: product, method: 'POST', path, answer });
const onStatsig = (path: string, answer: Route['answer']): Route => ({ host: statsig, method: 'POST', path, answer });

/** Measurements that the page posts about itself. */
export const telemetryRoutes: readonly Route[] = [
  ...['t', 'i', 'p', 'm'].map((kind) => on(`/ces/v1/${kind}`, () => json({ success: true }))),
  on('/ces/v1/flush', () => json({})),
  on('/ces/v1/rgstr', accepted),
  on('/ces/v1/initialize', gates),
  on('/ces/statsc/flush', () => json({ success: true })),
  on('/ces/v1/telemetry/intake', () => empty(202)),
  on('/backend-*/lat/r', () => json({ status: 'success' })),
  on('/backend-*/beacons/event', () => json({ status: 'ok' })),
  onStatsig('/v1/rgstr', accepted),
  onStatsig('/v1/initialize', gates),
];
