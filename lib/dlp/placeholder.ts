/** Words that stand in the place of a secret in examples, forms and documentation. */
const words =
  /^(?:x+|\*+|\.+|-+|_+|#+|0+|your.*|(?:my|some|the[_-])[a-z_ -]*|(?:(?:my|some|the|our|db|test|new|old)[_ -]?)(?:super|top)?[_ -]?(?:pass(?:word|wd|phrase|code)|secret|token|(?:api[_-]?)?key|value|creds?|login)s?[_ -]?\d{0,3}|(?:api[_-]?key|creds?|login)s?|change[_-]?(?:me|it)|placeholder|example.*|sample|dummy|fake|test(?:ing)?|todo|tbd|none|null|nil|undefined|true|false|pass(?:word|wd|phrase|wort)?s?\d{0,3}|pwd|secrets?|tokens?|key|username|user|admin|root|string|str|text|int|integer|number|boolean|bool|object|function|symbol|bigint|any|optional|required|invalid|missing|incorrect|redacted|hidden|masked|removed|omitted|env|value|default|disabled|enabled|plaintext|encrypted|unknown|forgot(?:ten)?|reset|confirm|current|expired|correct|wrong|valid|weak|strong|empty|blank|set|unset|stored|saved|hashed|salted|short|long|new|old|same|different|safe|secure|insecure|here|there|anonymous@?|contrase[ñn]a|mot de passe|senha|wachtwoord|kennwort|пароль|密码|密碼|パスワード|비밀번호|hasło|lösenord|şifre)$/i;

/** Variables, template slots and our own marks. Within a value only a slot that is closed is one: `p${x` may be a password. */
const slots =
  /^(?:\$[A-Za-z_{(]|\{\{|\{[a-z_.]+\}$|<[^>]*>$|\[[^\]]*\]?$|%\(|%[A-Z_]+%$|#\{|@[a-z]|&[a-z*#])|\$\{[\w.:]{1,64}(?:[-?+=|,][^}\s]{0,64})?\}|\{\{[ ]?[\w.$"'| -]{1,64}\}\}|<[a-z -]+>/i;
/** Code that reads the value from somewhere; only where there are no quotes around it. */
const code =
  /^(?:process\.env|os\.(?:environ|getenv)|env\.|config\.|self\.|this\.|vault:|secrets?\.|ref:|arn:|func\b|lambda\b)|^[*&]?[\w.$:>-]*[\w>]\(|^!!|^\*\.|^[A-Za-z_][\w.]*\[[\w:'", -]*\]?$|^[({]|::|->|=>|[({[]\)?$|^\/\^|^\w+\|\w+[:|]/i;
const version = /^(?:\d+:)?[\^~>=<v]{0,2}\d+(?:\.[\dx*]+){1,12}(?:[-+~][\w.+~-]+)?$/;

/** Units of a value that say what it is: a longer one is no more telling, and takes long to look at. */
const telling = 128;

/** True for what stands for a secret and is none. */
export function isPlaceholder(value: string, quoted = false): boolean {
  const bare = value
    .slice(0, telling)
    .trim()
    .replace(/(?:\\[nrt])+$/, '');
  return (
    words.test(bare) ||
    slots.test(bare) ||
    (!quoted && code.test(bare)) ||
    version.test(bare) ||
    /^fake|^wrong[_-]|example|placeholder|redacted|dummy|insert|replace|your[_-]|change[_-]?me(?![#!@$])/i.test(bare) ||
    (new Set(bare.slice(0, 12)).size < 3 && new Set(bare).size < 3)
  );
}

/** True for the body of a token that could be real: no example, and not one or two characters over and over. */
export function looksReal(token: string): boolean {
  return !/example|^fake|x{6}|0{8}/i.test(token) && new Set(token).size >= 8;
}

/** Kinds of characters in a value: lower, upper, digit, sign. */
function kinds(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
}

/**
 * True for what a person or a generator would choose as a password. A quoted value may be weaker than a bare one, which may as well be
 * a word of the sentence or the name of a variable.
 */
export function isPasswordLike(whole: string, quoted: boolean): boolean {
  const value = whole.slice(0, telling);
  if (isPlaceholder(value, quoted) || algorithm.test(value) || isForeignText(value)) return false;
  // A few letters over and over, or another name: its own value stands behind it.
  if ((value.length > 64 && new Set(value).size < 12) || /^(?:secret|password|passwd|pwd|pass)s?[:=]/i.test(value))
    return false;
  if (/\s/.test(value))
    return quoted && ((kinds(value) >= 3 && /\d/.test(value) && !/\s\S*\s/.test(value)) || isPhrase(value));
  if (quoted) return value.length >= 6 && (kinds(value) >= 2 || value.length >= 10) && !isName(value) && !isPath(value);
  return (
    value.length >= 6 &&
    kinds(value) >= 2 &&
    /\d|[^A-Za-z0-9_.:/-]/.test(value) &&
    !isName(value) &&
    !isPath(value) &&
    !value.split('.').some((part, _place, { length }) => length > 1 && isCompound(part)) &&
    (/\d{2}/.test(value) || !/^[A-Z]\w*[a-z\d](?:Password|Secret|Token|Key|Credentials?)$/.test(value)) &&
    !/^[a-z]+[.:/]/i.test(value) &&
    !/[.:]$/.test(value)
  );
}

/** Text in scripts that password fields hardly take, and words in another alphabet. */
function isForeignText(value: string): boolean {
  return /[\u0590-\u1fff\u2e80-\uffdc]/.test(value) || (/[\u0370-\u058f]/.test(value) && !/\d/.test(value));
}

/** A password that stands in a sentence with nothing between the word and it, such as `password tr0ub4dor&3`. */
export function isStrongPassword(value: string): boolean {
  return (
    value.length >= 8 &&
    /[A-Za-z]/.test(value) &&
    /\d/.test(value) &&
    /[!@#$%^&*?+=]/.test(value) &&
    isPasswordLike(value, false)
  );
}

/** What a sentence gives in quotes as a password may be one plain word: `the password is "blueberry"`. */
export function isSpokenPassword(value: string): boolean {
  return (
    value.length >= 4 && !/\s/.test(value) && !isPlaceholder(value, true) && !isPath(value) && !/^[A-Z_]+$/.test(value)
  );
}

/** A password that has nothing but its place to say so, as in `10.0.0.1 (bob/…)`: letters of both cases with a digit or a sign. */
export function isBarePassword(value: string): boolean {
  return isStatedPassword(value) && kinds(value) >= 3 && !/^[A-Z][a-z]+\d{1,2}$/.test(value);
}

/** A value with a digit or a sign in it, where the words around are not enough. */
export function isMixedPassword(value: string): boolean {
  return (
    value.length >= 6 &&
    !/^[\w-]+\.[a-z]{2,4}$/.test(value) &&
    /\d|[^\p{L}\d_.:/-]/u.test(value) &&
    !/\s/.test(value) &&
    isPasswordLike(value, true)
  );
}

/**
 * A password that a sentence states without quotes or a colon, as in `password Summer2021`: letters and digits, and no name of an
 * algorithm, a version or a variable.
 */
export function isStatedPassword(value: string): boolean {
  return (
    value.length >= 6 &&
    /[A-Za-z]/.test(value) &&
    /\d/.test(value) &&
    !/^[-/.]|[(){}[\]<>|\\=;,]/.test(value) &&
    isPasswordLike(value, false)
  );
}

const algorithm =
  /^(?:[a-z]+[-_])*(?:sha|md|base|b?crypt|argon|pbkdf|aes|rsa|ecdsa|ed|utf|iso|hmac|oauth|http|ipv|x50|pkcs|rfc|cve|win|python|py|node|ubuntu|debian|v|version|chap|ntlm|smtp|pop|imap|oid|auth|kerberos|krb|ldapv|tls|ssl|totp|level|step|page|field|column|line|part)[-_.]?\d[\w.-]*$/i;

/**
 * What a form or a file calls a password may be several words, but no sentence about passwords. A passphrase may have the little words
 * of a sentence.
 */
export function isPhrase(value: string, kind: 'password' | 'passphrase' = 'password'): boolean {
  if (value.length < 8 || value.length > 80 || isPlaceholder(value, true)) return false;
  if (
    !/^[!-@[-~]{1,14}(?:[ -][!-@[-~]{1,14}){1,6}$|^[!-~]{1,14}(?: [!-~]{1,14}){0,6} [!-~]{0,14}\d[!-~]{0,14}$/.test(
      value,
    )
  )
    return false;
  return !ofForms.test(value) && !(kind === 'password' && ofSentences.test(value));
}

const ofForms =
  /[:?…]|[.!] |\.$|\b(?:pass(?:word|code|phrase|wort)?s?|must|should|will|enter|type|your|at least|forgot(?:ten)?|reset|confirm|repeat|new|current|invalid|incorrect|wrong|required|characters?|letters|login|log|sign|please|cannot|key|token|string|value|field|click|here)\b/i;
const ofSentences =
  /\b(?:you|the|is|are|was|be|been|not|no|only|old|and|or|for|to|from|with|when|if|this|that|user|account|e?mail|name|secret)\b/i;

/** True for passwords that so many people choose that a plain word is one. */
export function isCommonPassword(value: string): boolean {
  return (
    (value.length < 32 && common.has(value.toLowerCase())) || (/^\d{6,10}$/.test(value) && new Set(value).size > 2)
  );
}

/** Those that every published list of the most used passwords has. */
const common = new Set(
  'qwerty qwertz qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm iloveyou letmein monkey dragon sunshine princess football baseball superman batman trustno1 welcome shadow michael jordan charlie donald starwars abc123 abcdef abcd1234 hunter hunter2 ninja mustang jessica ashley nicole daniel andrew computer whatever freedom passw0rd p@ssw0rd p@ssword pa$$word qazwsx 1q2w3e 1q2w3e4r 1qaz2wsx admin123 root123 test123 test1234 toor changeit blahblah opensesame supersecret topsecret'.split(
    ' ',
  ),
);

/** Names of code and words of a language: `user_password`, `PasswordField`, `NOT_SET`. */
function isName(value: string): boolean {
  if (/^[a-z]{10,}$/.test(value)) return false; // longer than most words: a passphrase without its spaces
  if (!/^_{0,2}[A-Za-z]+(?:[ _.\/-][A-Za-z]+)*[?!.…:*]?$/.test(value)) return false;
  const humps = value.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  return humps.length * 3 <= value.length;
}

/** Words that are written as one, with a number: `CustomerServiceAccountV2`. */
function isCompound(value: string): boolean {
  const parts = value.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
  const wordly = parts.filter((part) => /[A-Za-z]/.test(part));
  return (
    wordly.join('').length >= 3 * wordly.length &&
    parts.filter((part) => /[A-Za-z][a-z]{2}/.test(part)).length >= 2 &&
    parts.filter((part) => /\d/.test(part)).length <= 2 &&
    parts.every((part) => /^(?:[A-Z][a-z]+|[a-z]{3,}|[A-Z]+|\d{1,5})$/.test(part))
  );
}

function isPath(value: string): boolean {
  return /^(?:https?:)?\.{0,2}\/[\w./-]*$/.test(value) || /^[\w.-]+\/[\w./-]+\.[a-z]{1,4}$/.test(value);
}

/** A UUID that a generator made. The one of RFC 9562 and of every example is none. */
export function isRandomId(value: string): boolean {
  return uuid.test(value) && !value.startsWith('123e4567') && new Set(value).size >= 10;
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** True for what only a generator makes: letters and digits in no order, long enough for its alphabet. No UUID, path or name. */
export function isRandom(whole: string): boolean {
  const value = whole.slice(0, telling);
  if (isPlaceholder(value) || !looksReal(value) || uuid.test(value) || isPath(value) || isMember(value)) return false;
  const bits = entropy(value);
  const longest = value.split(/[^A-Za-z0-9]/).reduce((best, part) => (part.length > best.length ? part : best), '');
  // Signs may break a long value into short parts; what is in no order at all is still no name.
  if (longest.length < 14 && (value.length < 40 || bits < 4.2)) return false;
  const turns = longest.match(/[a-z](?=[A-Z\d])|[A-Z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;
  if (!/\d/.test(longest) || turns < longest.length / 8) return false;
  return bits >= (/^[0-9a-f]+$/i.test(value) ? 3 : 3.5);
}

/** Letters of both cases in no order, and no digit: what a generator makes now and then, and no name has. */
export function isJumbled(value: string): boolean {
  return (
    /^[A-Za-z_-]{16,}$/.test(value) &&
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    !isName(value) &&
    !isPlaceholder(value) &&
    looksReal(value)
  );
}

/** A name, or names with dots between: `i.privateKeyFromAsn1`. */
function isMember(value: string): boolean {
  const parts = value.split('.');
  return parts.length === 1
    ? isCompound(value)
    : parts.every((part) => isCompound(part) || /^[A-Za-z]\w{0,10}$/.test(part));
}

/** Shannon's entropy in bits per character. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
