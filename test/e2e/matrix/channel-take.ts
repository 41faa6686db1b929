import { sayOverChannel } from '../data-channel.ts';
import type { Take } from './take.ts';

/** A frame over a data channel between two ends in the page. */
export function overChannel(frameOf: (canary: string) => string): Take {
  return {
    run: (page, canary) => page.evaluate(sayOverChannel, { frame: frameOf(canary), path: '/backend-api/memories' }),
  };
}
