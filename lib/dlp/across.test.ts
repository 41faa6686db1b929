import { describe, expect, it } from 'vitest';
import { endOf, findAcross, scanTurn } from './across.ts';
import { redact, newConversation } from './redact.ts';
import { scan } from './scan.ts';

const token = `ghp_${'q7Wz9Kp3Lt5Y'.repeat(3)}`;
const across = (text: string, ...earlier: string[]) =>
  findAcross((joined) => scan(joined), earlier.map(endOf), text).map(({ detector, start, end }) => [
    detector,
    text.slice(start, end),
  ]);

describe('findAcross', () => {
  it('finds a token that is said in two messages or in three', () => {
    expect(across(` ${token.slice(20)} is the rest`, `it starts with ${token.slice(0, 20)}\n`)).toEqual([
      ['github-token', token.slice(20)],
    ]);
    expect(across(token.slice(30), token.slice(12, 30), `first ${token.slice(0, 12)}`)).toEqual([
      ['github-token', token.slice(30)],
    ]);
  });

  it('finds a password that was announced in the message before', () => {
    const value = ['Marmot', '77', '!x'].join('');
    expect(across(`${value} and thanks`, 'the root password is:')).toMatchObject([[expect.any(String), value]]);
  });

  it.each([
    ['no earlier message', 'plain words', []],
    [
      'messages of a plain talk',
      'thank you, that helps',
      ['what is my password policy?', 'how long should a password be:'],
    ],
    ['a token that stands whole in the message before', 'and what is it for?', [`see ${token}`]],
    ['an empty message', '', ['the password is']],
  ])('is silent on %s', (_what, text, earlier) => expect(across(text, ...earlier)).toEqual([]));

  it('is silent once the part was replaced', () => {
    const [first, text] = [`it starts with ${token.slice(0, 20)}`, `${token.slice(20)} is the rest`];
    const found = findAcross((joined) => scan(joined), [endOf(first)], text);
    expect(across(redact(text, found, newConversation()), first)).toEqual([]);
  });

  it('adds to what stands in the message itself', () => {
    const text = `${token.slice(20)} and write to a.person@brauerei-sonne.at`;
    const { findings, complete } = scanTurn((each) => scan(each), [[endOf(token.slice(0, 20))]], text);
    expect(complete).toBe(true);
    expect(findings.map(({ detector, start }) => [detector, start])).toEqual([
      ['github-token', 0],
      ['email', text.indexOf('a.person')],
    ]);
  });
});
