import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDetectorFiles } from '../../test/fixtures/detector-files.ts';
import { lookalikeFor } from './lookalikes.ts';
import { describeChanges, newConversation, redact, restore } from './redact.ts';
import { scan } from './scan.ts';

const samples = (await allDetectorFiles()).map((each) => each.samples);
const hits = samples.flatMap((each) => each.hits);
const misses = samples.flatMap((each) => each.misses);
const words = ['hello', '\n', 'see [github-token-1]', '[password-assignment-2]', 'key =', '„quoted“', '👍'];
const parts = fc.array(
  fc.oneof(fc.constantFrom(...hits), fc.constantFrom(...misses), fc.constantFrom(...words), fc.string()),
);
const joined = fc.constantFrom(' ', '\n', '', ',', '=');
const prompts = fc.tuple(parts, joined).map(([each, between]) => each.join(between));
const runs = { seed: 1, numRuns: 3_000 };

describe('redact', () => {
  it('leaves nothing to find, whatever surrounds a secret', () => {
    fc.assert(
      fc.property(prompts, (text) => {
        expect(scan(redact(text, scan(text).findings, newConversation())).findings).toEqual([]);
      }),
      runs,
    );
  });

  it('can be undone, marks in the text or not', () => {
    fc.assert(
      fc.property(prompts, (text) => {
        const conversation = newConversation();
        expect(restore(redact(text, scan(text).findings, conversation), conversation)).toBe(text);
      }),
      runs,
    );
  });

  it('keeps the form where a machine reads on, with values of nobody, and can be undone too', () => {
    fc.assert(
      fc.property(prompts, (text) => {
        const conversation = newConversation();
        const safe = redact(text, scan(text).findings, conversation, { keepsFormat: true });
        expect(restore(safe, conversation)).toBe(text);
        expect(scan(safe).findings).toEqual([]);
      }),
      { seed: 2, numRuns: 1_500 },
    );
  });

  it.each(['email', 'ip-address', 'mac-address'])('finds nothing in what stands for a %s', (id) => {
    for (let number = 1; number < 300; number += 1) {
      for (const value of ['a', 'fe80::1']) {
        const shaped = lookalikeFor(id, value, number);
        if (shaped === undefined) continue;
        for (const text of [shaped, `call or write: ${shaped}`, `phone;mail\n${shaped};x`])
          expect(scan(text).findings, text).toEqual([]);
      }
    }
  });

  it('numbers marks by conversation, and gives one value one mark', () => {
    const conversation = newConversation();
    const [first, second] = ['q7Wz9Kp3Lt5Y', 'z9KqW7Lt5YpB'].map((part) => `ghp_${part.repeat(3)}`);
    const marked = (text: string) => redact(text, scan(text).findings, conversation);
    expect(marked(`a ${first} b ${second} c ${first}`)).toBe(
      'a [github-token-1] b [github-token-2] c [github-token-1]',
    );
    expect(marked(`again ${second}`)).toBe('again [github-token-2]');
    expect(redact(`x ${first}`, scan(`x ${first}`).findings, newConversation())).toBe('x [github-token-1]');
  });

  it('shows the same changes that it makes', () => {
    const conversation = newConversation();
    const text = `one ghp_${'q7Wz9Kp3Lt5Y'.repeat(3)} two`;
    const { findings } = scan(text);
    const [change] = describeChanges(text, findings, conversation);
    expect(change).toMatchObject({ start: 4, mark: '[github-token-1]' });
    expect(redact(text, findings, conversation)).toBe('one [github-token-1] two');
  });
});
