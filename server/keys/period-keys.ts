import { createHmac } from 'node:crypto';
import { randomSecret } from './key-files.ts';
import type { KeyFiles } from './key-files.ts';
import type { Keys } from './key-folder.ts';

const periodMilliseconds = 30 * 86_400_000;
const kinds = ['pseudonym', 'mark'] as const;
/** What a key file says once its key is gone. */
const destroyed = 'destroyed';
/** There are no keys from before 2025. */
const firstPeriod = periodOf('2025-01-01');

/**
 * Keys that live for 30 days each, and are destroyed long after. The period is that of the event, not of its arrival: an incident that
 * is sent again gets the same pseudonym.
 */
export function periodKeys(
  files: KeyFiles,
): Pick<Keys, 'pseudonym' | 'pseudonymsUntil' | 'countMark' | 'destroyPeriodsBefore' | 'isDestroyed'> {
  const keys = new Map<string, Buffer>();
  const hash = (kind: (typeof kinds)[number], at: string, text: string): string => {
    const name = `${kind}-${periodOf(at)}.key`;
    const key = keys.get(name) ?? readKey(files, name);
    keys.set(name, key);
    return createHmac('sha256', key).update(text).digest('hex').slice(0, 20);
  };
  return {
    pseudonym: (installId, at) => hash('pseudonym', at, installId),
    pseudonymsUntil(installId, moment) {
      const names: string[] = [];
      // A key that is not there is not made: nothing was ever named by it.
      for (let period = firstPeriod; period <= Math.floor(moment / periodMilliseconds); period += 1) {
        const name = `pseudonym-${period}.key`;
        if (!keys.has(name) && [undefined, destroyed].includes(files.read(name))) continue;
        names.push(hash('pseudonym', new Date(period * periodMilliseconds).toISOString(), installId));
      }
      return names;
    },
    countMark: ({ day, scope, pseudonym }) => hash('mark', day, JSON.stringify([day, scope, pseudonym])),
    destroyPeriodsBefore(moment) {
      const current = Math.floor(moment / periodMilliseconds);
      for (let period = firstPeriod; period < current; period += 1)
        for (const kind of kinds) {
          const name = `${kind}-${period}.key`;
          keys.delete(name);
          if (![undefined, destroyed].includes(files.read(name))) files.replace(name, destroyed);
        }
    },
    isDestroyed(at) {
      const name = `pseudonym-${periodOf(at)}.key`;
      return !keys.has(name) && files.read(name) === destroyed;
    },
  };
}

/** A key that was destroyed is not made anew: the same installation would get a second name within one period. */
function readKey(files: KeyFiles, name: string): Buffer {
  const text = files.readOrMake(name, randomSecret);
  if (text === destroyed) throw new Error('the keys of this period were destroyed');
  return Buffer.from(text, 'base64url');
}

function periodOf(at: string): number {
  return Math.floor(Date.parse(at) / periodMilliseconds);
}
