import { isBarePassword, isPhrase, isPlaceholder, isSpokenPassword } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

const user =
  '(?:user(?:[_ -]?(?:name|id))?|login|uid|account|e-?mail|benutzer(?:name)?|client[_-]?id|access[_-]?key[_-]?id|token[_-]id)';
const password =
  '(?:password|passwd|passwort|kennwort|pass|pwd|pw|(?:client|token)[_-]?secret|secret(?:[_-]?access)?[_-]?key)';
const name = '[A-Za-z0-9_.$-]{0,32}';
/** The end of the line of the user, lines of comment, the start of the next one; or a sign between. */
const between =
  '(?:[ \\t,;]{0,4}(?:(?:#|\\/\\/)[^\\n]{0,80})?\\r?\\n(?:[ \\t]{0,16}(?:(?:#|\\/\\/|;)[^\\n]{0,100})?\\r?\\n){0,3}[ \\t]{0,32}|[ \\t]{0,2}[,;|\\/][ \\t]{0,16})';
const quotedUser = (group: string) => `\\\\?["'](?<${group}>(?<=")[^"\\\\\\n]{1,64}|(?<=')[^'\\n]{1,64})\\\\?["']`;
const quotedSecret = (group: string) => `(?:\\\\?"(?<${group}>[^"\\\\\\n]{4,64})\\\\?"|'(?<${group}b>[^'\\n]{4,64})')`;
const sign = '["\']?[ \\t]{0,8}[:=]?[ \\t]{0,4}';

/** Two lines of a form or of a file: the user, then the password, both bare or both in quotes. */
const lines =
  `${user}${sign}${quotedUser('also')}${between}["']?${name}${password}${sign}${quotedSecret('secret')}` +
  `|${user}[ \\t]{0,8}[:=][ \\t]{0,4}(?<also2>[^\\s"',;=:]{1,64})${between}${name}${password}[ \\t]{0,8}[:=][ \\t]{0,4}(?<secret2>[^\\s"'\`,;<(){}]{4,64})(?=[ \\t]{0,4}(?:[\\r\\n]|$))`;
/** `user/password: bob/…` and `credentials are bob / …` */
const slashed = `(?:(?:${user}|id)[ ]?[\\/|][ ]?${password}|credentials?|creds|logins?|zugangsdaten)[ ]{0,2}(?:[:=][ ]{0,2}|(?:is|are|lauten)[ ]{1,2})["'\`]?(?<also3>[^\\s"'\`\\/|:]{1,64})[ ]?[\\/:][ ]?(?<secret3>[^\\s"'\`,;\\/]{4,64})`;
/** Of the branch that has no word for a password. */
const logins = ['login', 'logins'].flatMap((word) =>
  ['', ' ', '  '].flatMap((space) => [':', '=', 'is', 'are', 'lauten'].map((sign) => word + space + sign)),
);
/** `ID/PW: bob/…`, `id pw bob …`, `user/password for bob (bob/…)` */
const headed = `(?:${user}|id|usr|아이디|계정|ip\\/id|ip[ ]id)(?:[ ]?[\\/|&:,(][ ]?|[ ])(?:${password}|비번|비밀번호)\\)?(?:\\/port)?(?:[ ]for[ ]\\S{1,32})?(?:[ ]?(?:[:=(-]|->)[ ]{0,2}\\(?|[ ]{1,2})(?:\\d{1,3}(?:\\.\\d{1,3}){3}[ /:,]{1,2})?(?<also6>[^\\s"'\`\\/|:,()]{1,64})[ ]?(?:\\/{1,2}|[:|,(]|(?<=[ ]))[ ]?(?<secret6>[^\\s"'\`,;\\/()]{6,64})(?=[\\s"'\`,;\\/).]|$)`;
/** `telnet (bob/…)` */
const remotes = ['telnet', 'ssh', 'sftp', 'ftp', 'vnc', 'rdp', '계정'];
const remoteSigns = [':', '(', ' (', ' :'];
const remote = `(?:${remotes.join('|')})[ ]?[:(][ ]{0,2}(?<also7>[^\\s"'\`\\/|:,()@]{1,64})[ ]?[\\/,][ ]?(?<secret7>[^\\s"'\`,;\\/()]{6,64})(?=[\\s"'\`,;\\/).]|$)`;
/** A call that takes the user, then the password. */
const call = `(?:NetworkCredential|UsernamePasswordCredential|PasswordAuthentication|HTTPBasicAuth|BasicAuth|auth=)[ ]?\\([ \\t]{0,2}${quotedUser('also4')},[ \\t]{0,2}${quotedSecret('secret4')}`;

/** https://www.postgresql.org/docs/current/libpq-pgpass.html */
const pgpass =
  '(?<=(?:^|[\\r\\n])[ \\t]{0,4}[\\w.*-]{1,64}):(?:5432|5433|6432|\\*):[\\w*-]{1,64}:[\\w*-]{1,64}:(?<secret5>[^\\s:]{4,128})(?=\\s|$)';

/**
 * A password that is known by the user name before it, and may then be one plain word.
 * https://cwe.mitre.org/data/definitions/798.html
 */
export const loginPair: Detector = {
  id: 'login-pair',
  title: 'User name and password',
  category: 'credential',
  severity: 'high',
  pattern: new RegExp(`${lines}|(?<![A-Za-z])(?:${slashed}|${headed}|${remote}|${call})|${pgpass}`, 'gi'),
  anchors: [
    'pass', 'pwd', 'pw', 'kennwort', '비번', '비밀번호', 'secret', 'credential', 'creds', 'zugangsdaten', ...logins,
    ...remotes.flatMap((word) => remoteSigns.map((sign) => word + sign)),
    'basicauth', 'auth=', ':5432:', ':5433:', ':6432:', ':*:',
  ], // prettier-ignore
  verify(value, { groups = {} }) {
    if (!(isSpokenPassword(value) || isPhrase(value)) || isReference(value)) return false;
    if ((groups['secret6'] ?? groups['secret7']) !== undefined) return isBarePassword(value) && !isFolder.test(value);
    if (groups['secret3'] !== undefined) return /[\d!@#$%^&*?]/.test(value) && !isPlaceholder(value);
    return groups['secret2'] === undefined || (!isPlaceholder(value) && !/^[a-z]+[A-Z]|[.:]/.test(value));
  },
};

/** What a server for files is asked for: `SFTP: Outgoing/Invoices2024`. */
const isFolder = /^[A-Z][a-z]+(?:19|20)\d\d$/;

/** The name of a variable, or of the field, rather than what it holds. */
function isReference(value: string): boolean {
  return /^(?:[a-z]+_)*(?:db|my|your|the|new|user)?(?:pass(?:word|wd|wort)?|pwd|secret)$|^(?:user|get|new|hash|enter|forgot|invalid|reset)/i.test(
    value,
  );
}
