import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { KeptMessage } from '../lib/contract/message.ts';
import { answersTo, messageTemplates } from '../lib/vocabulary/messages.ts';
import { MessageCards } from './MessageCards.tsx';
import { answerWords, replyWords, templateWords } from './words.ts';

const nothing = () => undefined;
const message: KeptMessage = {
  id: '3f0b7f0e-5a0f-4c39-9c1c-1f5a3c6d7e81',
  template: 'rotate-key',
  detector: 'aws-access-key-id',
  until: '2026-12-09',
  orgId: 'trial',
  dismissed: false,
};

function cards(...messages: readonly KeptMessage[]): string {
  return renderToStaticMarkup(
    <MessageCards messages={messages} onAnswer={nothing} onName={nothing} onDismiss={nothing} />,
  );
}

it('offers the answers of its template, and no others', () => {
  for (const template of messageTemplates) {
    const html = cards({ ...message, template });
    expect(html).toContain(templateWords[template].title);
    const offered = [...html.matchAll(/<button type="button">([^<]*)<\/button>/g)].map(([, words]) => words);
    expect(offered).toEqual([...answersTo[template].map((answer) => answerWords[answer]), 'Dismiss']);
  }
});

it('shows what was said exactly as it is sent, and what became of it', () => {
  const html = cards({ ...message, answer: 'rotated', answerState: 'refused', name: '<b>Noor', nameState: 'waiting' });
  expect(html).toContain('>{&quot;answer&quot;:&quot;rotated&quot;}</pre>');
  expect(html).toContain('>{&quot;name&quot;:&quot;&lt;b&gt;Noor&quot;}</pre>');
  for (const words of [replyWords.refused, replyWords.waiting]) expect(html).toContain(words);
  expect(html).not.toContain('<button');
});

it('asks for nothing once a message was put away', () => {
  const html = cards({ ...message, dismissed: true });
  expect(html).toContain('Put away');
  expect(html).not.toMatch(/<button|<input/);
});

it('says what a name gives away before anything is typed', () => {
  expect(cards(message)).toContain('all that was recorded here in the same 30 days is yours');
});
