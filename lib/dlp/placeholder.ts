/** Words that stand in the place of a secret in examples and documentation. */
const words =
  /^(?:x+|\*+|\.+|-+|_+|#+|0+|your.*|my.*|some.*|changeme|change[_-]?me|placeholder|example.*|sample|dummy|fake|test(?:ing)?|todo|tbd|none|null|nil|undefined|true|false|password\d{0,3}|passwd|pass|pwd|secret|token|key|username|user|admin|root|string|str|text|int|integer|number|boolean|bool|any|optional|required|redacted|hidden|masked|removed|omitted|env|value)$/i;

/** Variables, calls, template slots and our own marks. */
const references =
  /^(?:\$|\{\{|<|\[|%\(|%[A-Z_]+%|#\{|@|&|process\.env|os\.environ|os\.getenv|env\.|config\.|self\.|this\.|vault:|secrets?\.|ref:|arn:)|[({]\)?$|\(|\$\{|\{\{|<[a-z -]+>|::|->|=>/i;

/** True for what stands for a secret and is none. */
export function isPlaceholder(value: string): boolean {
  const bare = value.trim();
  return (
    words.test(bare) ||
    references.test(bare) ||
    /example|placeholder|redacted|dummy|insert|replace/i.test(bare) ||
    new Set(bare).size < 3
  );
}

/** True for the body of a token that could be real: no example, and not one or two characters over and over. */
export function looksReal(token: string): boolean {
  return !/example|x{6,}|X{6,}|0{8,}|1234567890123|abcdefghij/i.test(token) && new Set(token).size >= 8;
}

/** Kinds of characters in a value: lower, upper, digit, sign. */
function kinds(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(value)).length;
}

/**
 * True for what a person or a generator would choose as a password. A quoted value may be weaker than a bare one, which may as well be
 * a word of the sentence or the name of a variable.
 */
export function isPasswordLike(value: string, quoted: boolean): boolean {
  if (isPlaceholder(value)) return false;
  if (quoted)
    return (
      value.length >= 6 &&
      !/\s{1}\S*\s/.test(value) &&
      (kinds(value) >= 2 || value.length >= 12) &&
      !isIdentifier(value)
    );
  return (
    kinds(value) >= 2 &&
    /\d|[^A-Za-z0-9_.-]/.test(value) &&
    !isIdentifier(value) &&
    !/^[a-z]+[.:/]/i.test(value) &&
    !/[.:]$/.test(value)
  );
}

/** Names and paths of code: `user_password`, `config/password`, `PasswordField`. */
function isIdentifier(value: string): boolean {
  return /^[a-z]+(?:[_.\/-][a-z]+)*$|^[A-Z]+(?:_[A-Z]+)*$|^(?:[A-Z]?[a-z]+)+$/.test(value);
}
