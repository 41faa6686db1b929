import { describe, expect, it } from 'vitest';
import { newConversation } from '../dlp/redact.ts';
import type { Finding } from '../dlp/types.ts';
import { previewOf } from './preview.ts';

const words = (count: number) => Array.from({ length: count }, (_, place) => `word${String(place)}`).join(' ');

function findingsIn(text: string): readonly Finding[] {
  return Array.from(text.matchAll(/word\d+/g), ({ 0: word, index }) => ({
    detector: 'some-word',
    category: 'credential',
    severity: 'high',
    confidence: 1,
    start: index,
    end: index + word.length,
  }));
}

describe('previewOf', () => {
  it('shows none of the values for which it has no room, and counts them', () => {
    const text = words(130);
    const segments = previewOf(text, findingsIn(text), newConversation());
    const shown = segments.flatMap((segment) => (segment.kind === 'same' ? segment.text : []));
    expect(shown.join('')).not.toContain('word');
    expect(segments.filter(({ kind }) => kind === 'changed')).toHaveLength(100);
    expect(segments.at(-1)).toEqual({ kind: 'gap', units: text.length - text.indexOf('word100'), changes: 30 });
  });

  it('ends with the text behind the last change where all of them are shown', () => {
    const text = `${words(100)} end`;
    expect(previewOf(text, findingsIn(text), newConversation()).at(-1)).toEqual({ kind: 'same', text: ' end' });
  });
});
