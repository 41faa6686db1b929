import { describe, expect, it } from 'vitest';
import { readAtOnce, readSlowly } from './outgoing.ts';
import { withoutMadeUp } from './sdp.ts';

const password = 'a1B2'.repeat(6);
const fingerprint = Array.from({ length: 32 }, () => 'A0').join(':');
const madeUp = ['a=ice-ufrag:a1B2', `a=ice-pwd:${password}`, `a=fingerprint:sha-256 ${fingerprint}`];
const kept = ['v=0', 's=-', 'm=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=mid:0'];
const description = [...kept, ...madeUp, ''].join('\r\n');
const url = 'https://chatgpt.com/realtime/vp';
const call = { url, method: 'POST', encoding: '', kind: 'text' } as const;

function form(field: string, value: string): { readonly type: string; readonly body: string } {
  const boundary = 'boundary';
  const lines = [`--${boundary}`, `Content-Disposition: form-data; name="${field}"`, '', value, `--${boundary}--`, ''];
  return { type: `multipart/form-data; boundary=${boundary}`, body: lines.join('\r\n') };
}

describe('the description of a voice connection', () => {
  it('is read without what the browser made up for it', () => {
    const text = withoutMadeUp(description);
    for (const line of kept) expect(text).toContain(line);
    for (const line of madeUp) expect(text).not.toContain(line);
  });

  it.each([
    ['a password of another length', 'a=ice-pwd:a1B2'],
    ['more after it', `a=ice-pwd:${password} and words`],
    ['another line before it', `s=a=ice-pwd:${password}`],
    ['what only looks like a fingerprint', 'a=fingerprint:sha-256 some words'],
  ])('keeps %s', (_, line) => expect(withoutMadeUp(line)).toBe(line));

  it('is read so in a form and by itself, and cannot be written again', async () => {
    const inForm = await readSlowly({ ...call, ...form('sdp', description) });
    const alone = readAtOnce({ ...call, type: 'application/sdp', body: description });
    const fields = new URLSearchParams({ sdp: description }).toString();
    const asTheNetworkRingSeesIt = readAtOnce({ ...call, type: 'application/x-www-form-urlencoded', body: fields });
    for (const outgoing of [inForm, alone!, asTheNetworkRingSeesIt!]) {
      expect(outgoing.slots.map(({ text }) => text).join('\n')).toContain('m=audio');
      expect(outgoing.slots.map(({ text }) => text).join('\n')).not.toContain(password);
      expect(outgoing.slots.every(({ fixed }) => fixed)).toBe(true);
      expect(outgoing.rewrite).toBeUndefined();
    }
  });

  it('is nothing special in another call', async () => {
    const elsewhere = url.replace('realtime/vp', 'backend-api/memories');
    const { slots } = await readSlowly({ ...call, ...form('sdp', description), url: elsewhere });
    expect(slots.map(({ text }) => text).join('\n')).toContain(password);
  });
});
