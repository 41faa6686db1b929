import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  isMixedPassword,
  isPasswordLike,
  isPlaceholder,
  isRandom,
  isRandomId,
  isSpokenPassword,
  isStrongPassword,
  looksReal,
} from './placeholder.ts';

const hostile = ['${', '{{ ', '<a', 'a-', '$(', '[', 'x.', 'Aa1', '\0', '\ud800'];
const password = ['tr0ub4', 'dor', '&9x'].join('');
const random = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('');
const id = ['5e1f27ab', '9c40', '4d7e', '8b63', '02fa91d8ce74'].join('-');

describe('every judgement', () => {
  it.each(
    Object.entries({
      isMixedPassword,
      isPlaceholder,
      isRandom,
      isRandomId,
      isSpokenPassword,
      isStrongPassword,
      looksReal,
    }),
  )('%s is soon done with long and broken values', (_name, judge) => {
    for (const piece of hostile) {
      const start = performance.now();
      judge(piece.repeat(5_000));
      expect(performance.now() - start).toBeLessThan(500); // quadratic takes seconds
    }
  });
});

describe('isPlaceholder', () => {
  it.each([
    'changeme', 'CHANGE_ME', 'your-password', '<password>', '[password-1]', '********', '', 'aaaa', 'example-key', 'TODO',
    '$PASSWORD', '${PASSWORD}', '${PASSWORD:-none}', '$(get secret)', '{{ password }}', '%PASSWORD%', '%(password)s', '#{pw}',
    'pre-${PASSWORD}', 'pre-{{ vault.password }}', '^1.2.3', 'v2.0.1-beta', 'FakeValue99',
  ])('takes %j for one', (value) => expect(isPlaceholder(value)).toBe(true)); // prettier-ignore

  it.each([password, random, 'p{{u}z)z${l]e9', 'a${b', 'x{{y', '10-20'])('takes %j for a value', (value) =>
    expect(isPlaceholder(value)).toBe(false),
  );

  it('takes code for one only where there are no quotes', () => {
    for (const value of ['process.env.TOKEN', 'getSecret()', 'os.environ["X"]', '(value', 'a->b', '() => 1']) {
      expect(isPlaceholder(value), value).toBe(true);
      expect(isPlaceholder(value, true), value).toBe(false);
    }
  });
});

describe('looksReal', () => {
  it('refuses examples and the same few characters over and over', () => {
    for (const token of [
      ['AKIA', 'EXAMPLE', '7Q'].join(''),
      'abababababab',
      `${random}xxxxxx`,
      `q${'0'.repeat(8)}${random}`,
    ])
      expect(looksReal(token), token).toBe(false);
    expect(looksReal(random)).toBe(true);
  });
});

describe('isPasswordLike', () => {
  it.each([
    'short',
    'UserName',
    'NOT_SET',
    'user_password',
    './path/to/file',
    'keys/server.pem',
    'Forgot your password?',
  ])('refuses %j even in quotes', (value) => expect(isPasswordLike(value, true)).toBe(false));

  it('asks more of a value without quotes', () => {
    for (const value of ['goodbyemoon', 'sunny.weather-x', 'form.value2'])
      expect(isPasswordLike(value, false), value).toBe(false);
    expect(isPasswordLike('goodbyemoon', true)).toBe(true);
    expect(isPasswordLike(password, false)).toBe(true);
  });
});

describe('passwords in sentences', () => {
  it('asks for letters, digits and a sign where nothing stands between', () => {
    expect(isStrongPassword(password)).toBe(true);
    for (const value of ['protected', 'tr0ub4dor', '12345678', 'manager.'])
      expect(isStrongPassword(value), value).toBe(false);
  });

  it('takes a plain word in quotes after a verb, but no word about passwords', () => {
    expect(isSpokenPassword('blueberry')).toBe(true);
    for (const value of ['required', 'wrong', 'abc', 'two words', 'DB_PASSWORD', '${PW}', '/etc/secret'])
      expect(isSpokenPassword(value), value).toBe(false);
  });

  it('takes a value with a digit or a sign where it is only handed over', () => {
    expect(isMixedPassword(password)).toBe(true);
    for (const value of ['password', 'Enter it here 1', 'form.password', 'a1'])
      expect(isMixedPassword(value), value).toBe(false);
  });
});

describe('isRandom', () => {
  it('takes what a generator makes', () => {
    expect(isRandom(random)).toBe(true);
    expect(isRandom(createHash('sha256').update('x').digest('hex'))).toBe(true);
    expect(isRandom(['3-yok9yrqs_6f0yn48=', 'mqmzcvu_zm-jjap62d+', 'zuwfdd1lfg2/wdnn'].join(''))).toBe(true);
  });

  it.each([
    id,
    'some-long-name-of-a-thing-2024',
    'src/lib/detectors/index.ts',
    'CustomerServiceAccountV2',
    '2026-11-25T10:20:30Z',
  ])('refuses %j', (value) => expect(isRandom(value)).toBe(false));
});

describe('isRandomId', () => {
  it('takes a UUID, but not the one of every example', () => {
    expect(isRandomId(id)).toBe(true);
    expect(isRandomId(id.toUpperCase())).toBe(true);
    for (const value of [
      '123e4567-e89b-12d3-a456-426614174000',
      '00000000-0000-0000-0000-000000000000',
      `${id}0`,
      random,
    ])
      expect(isRandomId(value), value).toBe(false);
  });
});
