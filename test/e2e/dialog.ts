import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

interface AxNode {
  readonly backendDOMNodeId?: number;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly nodeId: string;
  readonly parentId?: string;
  readonly ignored?: boolean;
}

/**
 * The dialog stands in a closed root that no script opens, not even a test's: it is read through the browser's accessibility tree and
 * driven by keyboard.
 */
async function axNodes(page: Page): Promise<readonly AxNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: readonly AxNode[] };
  await session.detach();
  return nodes;
}

/** What a screen reader finds in the dialog, in order: `role: name`. Empty when there is none. */
export async function dialogContent(page: Page): Promise<readonly string[]> {
  const nodes = await axNodes(page);
  const dialog = nodes.find(({ role, ignored }) => role?.value === 'alertdialog' && ignored !== true);
  if (!dialog) return [];
  const parents = new Map(nodes.map(({ nodeId, parentId }) => [nodeId, parentId]));
  const inside = (id: string | undefined): boolean =>
    id !== undefined && (id === dialog.nodeId || inside(parents.get(id)));
  return nodes
    .filter(({ nodeId, ignored }) => ignored !== true && inside(nodeId))
    .map(({ role, name }) => `${role?.value ?? ''}: ${name?.value ?? ''}`);
}

/** The rows of the dialog's table, cell by cell: what a screen reader says of each, and where it stands. */
export async function dialogRows(page: Page) {
  const nodes = await axNodes(page);
  const session = await page.context().newCDPSession(page);
  const said = (id: string): string =>
    nodes
      .filter(({ parentId }) => parentId === id)
      .map(({ nodeId, role, name }) => (role?.value === 'StaticText' ? (name?.value ?? '') : said(nodeId)))
      .join('');
  const cells = async (row: string) => {
    const found = nodes.filter(({ parentId, role }) => parentId === row && role?.value === 'cell');
    return Promise.all(
      found.map(async ({ nodeId, backendDOMNodeId = 0 }) => {
        const { model } = await session.send('DOM.getBoxModel', { backendNodeId: backendDOMNodeId });
        const [left = 0, top = 0, right = 0] = model.border;
        return { text: said(nodeId), left, top, right };
      }),
    );
  };
  const rows = await Promise.all(
    nodes.filter(({ role, ignored }) => role?.value === 'row' && ignored !== true).map(({ nodeId }) => cells(nodeId)),
  );
  await session.detach();
  return rows;
}

/** The dialog ignores what comes in its first moments: the Enter that opened it is still going up. Milliseconds. */
const settling = 350;

/** Waits until the dialog is there, with its buttons, and takes answers. */
export async function waitForDialog(page: Page, timeout = 30_000): Promise<readonly string[]> {
  await expect
    .poll(async () => (await dialogContent(page)).some((line) => line.startsWith('button:')), {
      message: 'the dialog shows',
      timeout,
    })
    .toBe(true);
  await page.waitForTimeout(settling);
  return dialogContent(page);
}

export async function expectNoDialog(page: Page): Promise<void> {
  await expect.poll(() => dialogContent(page), { message: 'no dialog shows' }).toEqual([]);
}

/** Moves to a button by Tab and presses it. */
export async function choose(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 20; step += 1) {
    if (name.test(await focusedName(page))) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`no button is named ${String(name)}: ${(await dialogContent(page)).join(' | ')}`);
}

async function focusedName(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly (AxNode & { properties?: readonly { name: string; value: { value: unknown } }[] })[];
  };
  await session.detach();
  const focused = nodes.filter(
    ({ role, properties }) =>
      role?.value === 'button' && properties?.some(({ name, value }) => name === 'focused' && value.value === true),
  );
  return focused.at(-1)?.name?.value ?? '';
}

/** The words and buttons of notices that show above the page. */
export async function noticeContent(page: Page): Promise<readonly string[]> {
  const nodes = await axNodes(page);
  const notices = nodes.filter(
    ({ role, ignored }) => ['status', 'alert'].includes(role?.value ?? '') && ignored !== true,
  );
  const parents = new Map(nodes.map(({ nodeId, parentId }) => [nodeId, parentId]));
  const inside = (id: string | undefined): boolean =>
    id !== undefined && (notices.some(({ nodeId }) => nodeId === id) || inside(parents.get(id)));
  return nodes
    .filter(({ nodeId, ignored, name }) => ignored !== true && inside(nodeId) && (name?.value ?? '') !== '')
    .map(({ role, name }) => `${role?.value ?? ''}: ${name?.value ?? ''}`);
}

/** Presses a button of a notice, as a person does: with the pointer. */
export async function pressInNotice(page: Page, label: string): Promise<void> {
  const find = async () =>
    (await axNodes(page)).find(({ role, name }) => role?.value === 'button' && name?.value === label)?.backendDOMNodeId;
  await expect
    .poll(find, { message: `the notice has a button “${label}”`, intervals: [50], timeout: 30_000 })
    .toBeDefined();
  const session = await page.context().newCDPSession(page);
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId: (await find())! });
  const [x = 0, y = 0, , , right = 0, bottom = 0] = quads[0] ?? [];
  await page.mouse.click((x + right) / 2, (y + bottom) / 2);
}
