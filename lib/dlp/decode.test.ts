import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodedRuns } from './decode.ts';

const said = 'the answer is forty-two, and the question is not known to anybody who could tell it to us today';
const base64 = Buffer.from(said).toString('base64');
const wrapped = base64.replace(/.{76}/g, '$&\n');
const decoded = (text: string) => [...decodedRuns(text)].flatMap((run) => run?.decoded ?? []);

describe('decodedRuns', () => {
  it('reads nothing into what is no text', () => {
    const bytes = Buffer.from(Uint8Array.from(gzipSync(said.repeat(5)), (byte) => byte ^ 0xa5));
    for (const text of [said, bytes.toString('base64'), bytes.toString('hex'), '%ff%fe%fd', 'a'.repeat(500)])
      expect(decoded(text).filter((each) => /[a-z]{4}/.test(each))).toEqual([]);
  });

  it.each([
    ['base64', `data:${base64};`],
    ['base64url without its padding', Buffer.from(said).toString('base64url')],
    ['wrapped base64', `-- begin\n${wrapped}\n-- end`],
    ['indented wrapped base64', wrapped.replaceAll('\n', '\r\n    ')],
    ['hexadecimal', `0x: ${Buffer.from(said).toString('hex')}`],
    ['percent-encoding', `q=${encodeURIComponent(said)}`],
    ['gzip within base64', `blob: ${gzipSync(said).toString('base64')}`],
    ['zlib within base64url', deflateSync(said).toString('base64url')],
    ['the end of a path', `/files/data/${base64}`],
  ])('reads %s', (_what, text) => expect(decoded(text)).toContain(said));

  it('takes what it can out of packed bytes that are cut off or never end', () => {
    const cut = gzipSync(`${said} ${Array.from({ length: 4_000 }, (_, at) => at * at).join(' ')}`).subarray(0, 6_000);
    expect(decoded(cut.toString('base64'))[0]).toContain(said);
    const bomb = gzipSync('a bomb of words '.repeat(4_000_000)).toString('base64');
    expect(decoded(`${bomb} ${bomb}`).every((text) => text.length <= 262_144)).toBe(true);
  });

  it('reads one escape that nobody needs, or that hides a sign of assignment', () => {
    expect(decoded('go to forty%2Dtwo-and-further-words')).toEqual([]);
    expect(decoded('go to forty%74wo-and-further-words')).toEqual(['fortytwo-and-further-words']);
    expect(decoded('answer%3Dforty-two-and-further')).toEqual(['answer=forty-two-and-further']);
    expect(decoded('50%30 off')).toEqual([]);
  });

  it('says where the run stands', () => {
    const text = `x ${base64} y`;
    const [run] = decodedRuns(text);
    expect(text.slice(run!.start, run!.end)).toBe(base64.replace(/=+$/, ''));
    const escaped = `go to ?q=${encodeURIComponent(said)}&r=1`;
    const [query] = decodedRuns(escaped);
    expect(escaped.slice(query!.start, query!.end)).toBe(encodeURIComponent(said));
  });

  it('stops after its budget', () => {
    expect(decoded(`${base64} `.repeat(100_000)).length).toBeLessThan(50_000);
  });
});
