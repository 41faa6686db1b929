import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  isCommonPassword,
  isMixedPassword,
  isPasswordLike,
  isPhrase,
  isPlaceholder,
  isRandom,
  isRandomId,
  isSpokenPassword,
  isStatedPassword,
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
      isCommonPassword,
      isMixedPassword,
      isPhrase: (value: string) => isPhrase(value),
      isStatedPassword,
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
    'my-secret-token', 'db_password1', 'required|min:8', '/^[A-Z]+$/',
  ])('takes %j for one', (value) => expect(isPlaceholder(value)).toBe(true)); // prettier-ignore

  it.each([password, random, 'p{{u}z)z${l]e9', 'a${b', 'x{{y', '10-20', 'mydog!12', 'Changeme#24'])(
    'takes %j for a value',
    (value) => expect(isPlaceholder(value)).toBe(false),
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

describe('isStatedPassword', () => {
  it('takes letters with digits, but no name of an algorithm, a version or an option', () => {
    for (const value of ['Summer2021', password]) expect(isStatedPassword(value), value).toBe(true);
    for (const value of [
      'PBKDF2-SHA256',
      'argon2id',
      'v2.0.1',
      '--debug-x2',
      'field2',
      'read(x1)',
      'protected',
      '482913',
    ])
      expect(isStatedPassword(value), value).toBe(false);
  });
});

describe('isPhrase', () => {
  it('takes words in lower case, and little words only in a passphrase', () => {
    expect(isPhrase('marble kettle orange')).toBe(true);
    expect(isPhrase('the quick marble kettle')).toBe(false);
    expect(isPhrase('the quick marble kettle', 'passphrase')).toBe(true);
  });

  it('refuses what forms say', () => {
    for (const value of [
      'Forgot your password?',
      'must be long',
      'enter it here',
      'Save the file',
      'one',
      'a: b c d e',
    ])
      expect(isPhrase(value, 'passphrase'), value).toBe(false);
  });
});

describe('isCommonPassword', () => {
  it('takes what everybody takes, and six digits that differ', () => {
    for (const value of ['Letmein', 'qwertyuiop', '123456']) expect(isCommonPassword(value), value).toBe(true);
    for (const value of ['required', '111111', '1234', 'string']) expect(isCommonPassword(value), value).toBe(false);
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
    'i.privateKeyFromAsn1',
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
