import type { Scan } from './accuracy.ts';

/** Why the peers cannot run; `undefined` when they can. */
export function installPeers(): string | undefined;
export function secretlint(): Promise<Scan>;
export function phonesAndNumbers(): Promise<Scan>;
export function redactPii(): Promise<Scan>;
