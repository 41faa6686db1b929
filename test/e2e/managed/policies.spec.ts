import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Policy } from '../../../lib/contract/policy.ts';
import { builtInPolicy } from '../../../lib/policy/built-in.ts';
import * as drive from '../../standin/drive.ts';
import { startStandin } from '../../standin/server.ts';
import type { Standin } from '../../standin/server.ts';
import { cloudKey } from '../canary.ts';
import { choose, dialogContent, expectNoDialog, waitForDialog } from '../dialog.ts';
import { localRecords } from '../extension.ts';
import type { GuardedBrowser } from '../extension.ts';
import { launchManaged } from './forced-install.ts';

/** A whole policy in managed storage, for an organisation without an endpoint: what the built-in one does not ask for. */
test.describe.configure({ mode: 'serial' });

const words = 'please shorten: TLP:RED the plan for the harbour';
const prompt = '/backend-api/f/conversation';
const base: Policy = { ...builtInPolicy, name: 'By file' };
const withAction = (id: string, action: Policy['rules'][number]['action']): Policy['rules'] =>
  base.rules.map((rule) => (rule.id === id ? { ...rule, action } : rule));

function underPolicy(
  policy: Policy,
  more: { readonly group?: string } = {},
): {
  readonly page: () => Page;
  readonly browser: () => GuardedBrowser;
  readonly standin: () => Standin;
} {
  let standin: Standin;
  let browser: GuardedBrowser;
  let page: Page;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    standin = await startStandin();
    browser = await launchManaged(standin, { policy: JSON.stringify(policy), ...more });
    const worker = await browser.worker();
    await expect
      .poll(() => worker.evaluate(async () => JSON.stringify(await chrome.storage.managed.get(null))), {
        timeout: 60_000,
      })
      .toContain('By file');
    page = await browser.context.newPage();
  });
  test.afterAll(async () => {
    await browser.close();
    await standin.close();
  });
  test.beforeEach(async () => {
    await drive.openChat(page);
    standin.ledger.clear();
  });
  return { page: () => page, browser: () => browser, standin: () => standin };
}

test.describe('reasons, and no audio', () => {
  const { page, browser, standin } = underPolicy({
    ...base,
    rules: withAction('organisation-marks', 'justify'),
    audio: 'block',
  });

  test('a message that needs a reason goes on with one of the list, which is recorded', async () => {
    await drive.typePrompt(page(), words);
    await drive.pressEnter(page());
    await waitForDialog(page());
    await choose(page(), /send with a reason/i);
    await page().keyboard.press('Space'); // the first reason of the list
    await choose(page(), /send with this reason/i);
    await drive.expectAnswer(page(), 'the plan for the harbour');
    const records = await localRecords(browser());
    expect(records).toContain('justified');
    expect(records).toMatch(/justification\W+test-data/);
  });

  test('audio that policy blocks is not sent', async () => {
    const status = page().evaluate(async () => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 0xff, 0])]), 'speech.webm');
      return (await fetch('/backend-api/transcribe', { method: 'POST', body: form })).status;
    });
    await waitForDialog(page());
    await page().keyboard.press('Escape');
    expect(await status).toBe(400);
    expect(standin().ledger.to('/backend-api/transcribe')).toEqual([]);
  });
});

test.describe('replacing without asking', () => {
  const customRules = [
    {
      id: 'org-falcon',
      title: 'Project Falcon',
      category: 'organisation',
      severity: 'high',
      keywords: ['falcon nest'],
    },
    { id: 'org-staff', title: 'Staff number', category: 'organisation', severity: 'high', pattern: '\\bST-\\d{5}\\b' },
  ] as const;
  const falcon = { id: 'falcon', when: { detector: 'org-falcon' }, action: 'redact' } as const;
  const { page, browser, standin } = underPolicy({
    ...base,
    autoRedact: true,
    customRules: structuredClone(customRules) as unknown as NonNullable<Policy['customRules']>,
    rules: [...base.rules, falcon],
  });

  test('what the organisation looks for is replaced too, by every ring', async () => {
    await drive.typePrompt(page(), 'who of ST-40817 is in the FALCON-Nest?');
    await drive.pressEnter(page());
    await drive.expectAnswer(page(), 'who of [org-staff-1] is in the [org-falcon-1]?');
    expect(standin().ledger.find('ST-40817')).toEqual([]);
    const records = await localRecords(browser());
    expect(records).toContain('org-falcon');
    expect(records).not.toContain('ST-40817');
    const status = page().evaluate(
      async () => (await fetch('/backend-api/unknown', { method: 'POST', body: 'ST-40817' })).status,
    );
    await waitForDialog(page());
    await page().keyboard.press('Escape');
    expect(await status).toBe(400);
  });

  test('a key is replaced without asking, after time for an undo', async () => {
    const key = cloudKey();
    await drive.typePrompt(page(), `explain ${key}`);
    await drive.pressEnter(page());
    await expect.poll(() => drive.composerText(page())).toContain('[aws-access-key-id-1]');
    expect(await dialogContent(page())).toEqual([]);
    expect(standin().ledger.to(prompt)).toEqual([]);
    await drive.expectAnswer(page(), '[aws-access-key-id-1]');
    expect(standin().ledger.findFragments(key)).toEqual([]);
  });

  test('an undo in time brings the text back, and nothing is sent', async () => {
    const key = cloudKey();
    await drive.typePrompt(page(), `undo ${key}`);
    await drive.pressEnter(page());
    await expect.poll(() => drive.composerText(page())).toContain('[aws-access-key-id-');
    await choose(page(), /undo/i);
    await expect.poll(() => drive.composerText(page())).toContain(key);
    await page().waitForTimeout(6_000);
    expect(standin().ledger.to(prompt)).toEqual([]);
    expect(await localRecords(browser())).toContain('edited');
  });
});

for (const onFailure of ['hold', 'open'] as const) {
  test.describe(`a call that Sluice fails to check, under onFailure: ${onFailure}`, () => {
    const { page, browser, standin } = underPolicy({ ...base, onFailure });

    test('is treated as policy says, and recorded', async () => {
      const status = await page().evaluate(async () => {
        const headers = { 'content-type': 'multipart/form-data; boundary=none' };
        return (await fetch('/backend-api/files/library/reuse', { method: 'POST', headers, body: 'no parts at all' }))
          .status;
      });
      expect(status === 400).toBe(onFailure === 'hold');
      expect(standin().ledger.find('no parts at all').length).toBe(onFailure === 'hold' ? 0 : 1);
      await expect.poll(() => localRecords(browser())).toContain(onFailure === 'hold' ? 'refused' : 'unchecked');
      await expectNoDialog(page());
    });
  });
}

test.describe('a rule for one group', () => {
  const when = { category: 'organisation', group: 'legal' } as const;
  const policy: Policy = { ...base, rules: [...base.rules, { id: 'legal-marks', when, action: 'block' }] };

  test.describe('in a browser of the group', () => {
    const { page, browser, standin } = underPolicy(policy, { group: 'legal' });

    test('blocks, and the entry does not tell which group', async () => {
      await drive.typePrompt(page(), words);
      await drive.pressEnter(page());
      await waitForDialog(page());
      expect((await dialogContent(page())).join('\n')).not.toMatch(/send anyway/i);
      await page().keyboard.press('Escape');
      expect(standin().ledger.to(prompt)).toEqual([]);
      await expect.poll(() => localRecords(browser())).toContain('group-rule');
    });
  });

  test.describe('in a browser of another group', () => {
    const { page } = underPolicy(policy, { group: 'sales' });

    test('does not hold', async () => {
      await drive.typePrompt(page(), words);
      await drive.pressEnter(page());
      await waitForDialog(page());
      await choose(page(), /send anyway/i);
      await drive.expectAnswer(page(), 'the plan for the harbour');
    });
  });
});
