import assert from 'node:assert/strict';
import * as drive from '../drive.ts';
import { conversationPath, lastPromptBody, preparePath, seen, word } from './step.ts';
import type { Step } from './step.ts';

const fileIsUploaded: Step = {
  name: 'an attached file goes to the second host at once',
  run: async (page, standin) => {
    await drive.attachFile(page, 'notes.txt', `First line\n${word('file')}\n`);
    await drive.expectAttached(page);
    await seen(standin, word('file'), /^https:\/\/files\.oaiusercontent\.com\/files\/file_\w+\/raw\?/);
    await drive.typePrompt(page, 'Read it');
    await drive.pressSend(page);
    await drive.expectAnswer(page, 'You attached: notes.txt');
  },
};

const bigPasteBecomesFile: Step = {
  name: 'a big paste becomes a file, a small one becomes text',
  run: async (page, standin) => {
    await drive.pasteText(page, `small ${word('paste')}`);
    assert.equal(await drive.composerText(page), `small ${word('paste')}`);
    await seen(standin, word('paste'), preparePath);
    await drive.clearPrompt(page);
    await drive.pasteText(page, `${'line of text\n'.repeat(500)}${word('big')}`);
    await drive.expectAttached(page);
    assert.equal(await drive.composerText(page), '');
    await seen(standin, word('big'), /files\.oaiusercontent\.com/);
    await drive.pressSend(page);
    await drive.expectAnswer(page, 'You attached: Pasted text.txt');
    assert.match(lastPromptBody(standin), /"is_big_paste":true/);
  },
};

const droppedAndPastedFiles: Step = {
  name: 'dropped and pasted files are uploaded at once',
  run: async (page, standin) => {
    for (const kind of ['drop', 'paste'] as const) {
      await page.evaluate(
        ([type, text]) => {
          const data = new DataTransfer();
          data.items.add(new File([text], `${type}.txt`, { type: 'text/plain' }));
          const init = { bubbles: true, cancelable: true };
          const event =
            type === 'drop'
              ? new DragEvent('drop', { ...init, dataTransfer: data })
              : new ClipboardEvent('paste', { ...init, clipboardData: data });
          document.querySelector('#prompt-textarea')?.dispatchEvent(event);
        },
        [kind, word(kind)] as const,
      );
      await seen(standin, word(kind), /files\.oaiusercontent\.com/);
    }
    await drive.expectAttached(page, 2);
    await page.getByRole('button', { name: 'Remove drop.txt' }).click();
    await drive.expectAttached(page, 1);
    await drive.pressSend(page);
    await drive.expectAnswer(page, 'You attached: paste.txt');
  },
};

const containers: Step = {
  name: 'the prompt travels in every container that the page may use',
  run: async (page, standin) => {
    for (const bodyAs of ['uint8array', 'request', 'blob', 'xhr'] as const) {
      standin.options.bodyAs = bodyAs;
      standin.options.upload = bodyAs === 'xhr' ? 'xhr' : 'fetch';
      await drive.openChat(page);
      await drive.attachFile(page, 'a.txt', word(`bytes${bodyAs}`));
      await drive.expectAttached(page);
      await drive.typePrompt(page, word(bodyAs));
      await seen(standin, word(bodyAs), preparePath);
      await drive.pressEnter(page);
      await drive.expectAnswer(page, `You said: ${word(bodyAs)}`);
      await seen(standin, word(bodyAs), conversationPath);
      await seen(standin, word(`bytes${bodyAs}`), /oaiusercontent/);
    }
    standin.options.bodyAs = 'string';
    standin.options.upload = 'fetch';
  },
};

/** Files, big pastes, and every container in which prompts and bytes travel. */
export const fileSteps: readonly Step[] = [fileIsUploaded, bigPasteBecomesFile, droppedAndPastedFiles, containers];
