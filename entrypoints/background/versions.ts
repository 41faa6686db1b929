import type { Browser } from 'webextension-polyfill';
import type { Incident } from '../../lib/contract/incident.ts';

/** Major versions only: finer ones would help to tell one browser from another. */
export function versionsOf(
  browser: Browser,
  userAgent: string = navigator.userAgent,
): Pick<Incident, 'extension' | 'browser'> {
  const [major = '0', minor = '0'] = browser.runtime.getManifest().version.split('.');
  const firefox = /Firefox\/(\d+)/.exec(userAgent)?.[1];
  const chromium = /Chrom(?:e|ium)\/(\d+)/.exec(userAgent)?.[1];
  const family = firefox !== undefined ? 'firefox' : chromium !== undefined ? 'chromium' : 'other';
  return { extension: `${major}.${minor}`, browser: { family, major: Number(firefox ?? chromium ?? 0) } };
}
