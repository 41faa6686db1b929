import type { Browser } from 'webextension-polyfill';
import type { Pushes } from './contract.ts';

/** Tells every tab of the product. A tab that does not hear it asks for itself when it starts. */
export async function push<Name extends keyof Pushes>(
  browser: Browser,
  target: { readonly name: Name; readonly matches: readonly string[] },
  value: Pushes[Name],
): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...target.matches] });
  const message = { push: target.name, value };
  const ids = tabs.flatMap(({ id }) => id ?? []);
  await Promise.allSettled(ids.map((id) => browser.tabs.sendMessage(id, message)));
}

/** True where a guard of this very version listens in the top frame of a tab. */
export function hears(browser: Browser, tabId: number): Promise<boolean> {
  return browser.tabs.sendMessage(tabId, { push: 'gates.again', value: null }, { frameId: 0 }).then(
    () => true,
    () => false,
  );
}

/** Tells the top frame of one tab; a tab that is gone, or holds no page of the product, hears nothing. */
export async function pushTo<Name extends keyof Pushes>(
  browser: Browser,
  tabId: number,
  { name, value }: { readonly name: Name; readonly value: Pushes[Name] },
): Promise<void> {
  await browser.tabs.sendMessage(tabId, { push: name, value }, { frameId: 0 }).catch(() => undefined);
}
