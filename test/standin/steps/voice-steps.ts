import assert from 'node:assert/strict';
import { expect } from '@playwright/test';
import * as drive from '../drive.ts';
import { seen, word } from './step.ts';
import type { Step } from './step.ts';

const dictates: Step = {
  name: 'what is dictated is uploaded as sound, and its words come into the composer',
  run: async (page, standin) => {
    standin.options.transcript = `Spoken ${word('speech')}`;
    await drive.openChat(page);
    await drive.dictate(page);
    await expect.poll(() => drive.composerText(page)).toBe(`Spoken ${word('speech')}`);
    const [recording] = standin.ledger.to('/backend-api/transcribe');
    assert.match(
      recording?.body.toString('latin1') ?? '',
      /name="file"; filename="audio\.webm"\r\ncontent-type: audio\/webm\r\n\r\n\x1a\x45\xdf\xa3/i,
    );
    await drive.pressEnter(page);
    await drive.expectAnswer(page, `You said: Spoken ${word('speech')}`);
    standin.options.transcript = 'Words that were spoken.';
  },
};

const speaks: Step = {
  name: 'a voice conversation is connected, and what is typed in it is heard at the other end',
  run: async (page, standin) => {
    await drive.openChat(page);
    const end = await drive.openVoiceEnd(page);
    await drive.startVoice(page);
    await expect(drive.voiceMode(page).getByRole('status')).toHaveText('Listening');
    await drive.sayInVoice(page, word('typed'));
    await seen(standin, word('typed'), '/heard');
    await expect(drive.voiceMode(page).getByRole('listitem')).toHaveText(`You said: ${word('typed')}`);
    await drive.voiceMode(page).getByRole('button', { name: 'End voice mode' }).click();
    await seen(standin, 'client_metrics', '/heard');
    await end.close();
    assert.equal(standin.ledger.to('/realtime/vp').length, 1);
  },
};

/** Dictation and voice conversations, with a microphone that the browser makes up. */
export const voiceSteps: readonly Step[] = [dictates, speaks];
