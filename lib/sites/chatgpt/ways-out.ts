import type { WayOut } from '../types.ts';
import { flows } from './flows.ts';
import { transports } from './transports.ts';

/**
 * Every way by which a person's words or files can leave the page, with what each ring does about it: first the calls of the product,
 * then the means of the browser by which any call can go.
 */
export const waysOut: readonly WayOut[] = [...flows, ...transports];

export type WayOutId = (typeof flows)[number]['id'] | (typeof transports)[number]['id'];
