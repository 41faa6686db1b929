import { isMixedPassword, isPlaceholder, isSpokenPassword } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

const text = (group: string, least = 4) => `["'\`](?<${group}>[^"'\`\\s]{${String(least)},128})["'\`]`;
const plain = '["\'`][^"\'`\\n]{0,200}["\'`]';
const variable = '[\\w$.>:[\\]-]{1,64}';
const comma = '[ ]{0,2},\\s{0,16}';
const anything = `(?:${plain}|${variable})`;
/** `"user", "password"`, the user as a text too. */
const both = (place: number) =>
  `["'\`](?<also${String(place)}>[^"'\`\\n]{1,64})["'\`]${comma}${text(`secret${String(place)}`)}`;

/**
 * Calls that take a password as a text in its place among the arguments: connections to databases, logins, browser tests that type it,
 * keys for signing and encryption.
 * https://cwe.mitre.org/data/definitions/259.html
 */
export const passwordArgument: Detector = {
  id: 'password-argument',
  title: 'Password in a call',
  category: 'credential',
  severity: 'high',
  confidence: 0.8,
  pattern: new RegExp(
    [
      // A host or an address of a database, then the user and the password.
      `(?:getConnection|DBI(?:->|\\.)connect|mysqli?_p?connect|mysqli|mysqli_real_connect|PDO|ftp_login|ldap_bind|ssh2_auth_password|imap_open|oci_connect|DirectoryEntry|MySQLdb\\.connect|pymysql\\.connect|cx_Oracle\\.connect|oracledb\\.connect|Sequelize|odbc_connect|createConnection)[ ]?\\([ ]{0,2}\\s{0,16}${anything}${comma}${both(1)}`,
      `(?:\\.(?:login|authenticate|auth\\.basic|signIn|sign_in|basic_auth|basicAuth|setBasicAuth|withCredentials|credentials|setCredentials|log_in)|auth\\.basic|AuthTokens\\.basic|oci_connect|cx_Oracle\\.connect|PlainTextAuthProvider|UsernamePasswordToken|SimpleCredentials|PasswordCredential|Credentials)[ ]?\\(\\s{0,16}${both(2)}`,
      `(?:jwt\\.(?:sign|encode|verify|decode)|createHmac|hmac\\.new|createCipher(?:iv)?|createDecipher(?:iv)?|AES\\.(?:en|de)crypt|hash_hmac|openssl_(?:en|de)crypt|cookieParser|HmacSHA\\d{3}|Fernet|AES\\.new|SecretKeySpec)[ ]?\\((?:[ ]{0,2}${anything}${comma}){0,2}?b?${text('secret3', 8)}`,
      // The name of a field, then what is typed into it.
      `(?:pass(?:word|wd)?|pwd)[\\w-]{0,16}["'\`\\])]{1,4}(?:[ ]?\\)){0,2}(?:\\.\\w{1,16}\\([^()\\n]{0,16}\\)){0,2}(?:\\.(?:send_?keys|type|fill|set_?value|setValue|val|type_text|input|press_sequentially|pressSequentially|clear_and_type)\\(|${comma})b?["'\`](?<secret4>[^"'\`\\s]{4,64})["'\`][ ]?(?:,[ ]?\\{[^{}\\n]{0,60}\\})?\\)(?<=(?:send_?keys|type(?:_text)?|fill|[sS]et_?[vV]alue|val|input|equentially)\\([^\\n]{3,120})`,
      `(?:strn?(?:case)?cmp|[eE]quals?|hash_equals|[cC]ompare(?:_digest|To|Sync)?)[ ]?\\([^,()\\n]{0,40}?(?:[pP]ass|[pP]w|[sS]ecret)[^,()\\n]{0,16}${comma}${text('secret6', 6)}`,
      `create_?(?:super)?_?user[ ]?\\([ ]?(?:${anything}${comma}){1,2}${text('secret7', 6)}`,
      `(?:[lL]og_?[iI]n|[sS]ign_?[iI]n|authenticate)\\w{0,12}[ ]?\\([ ]{0,2}${both(8)}[ ]?\\)`,
      `(?:credentials?|creds|auth|login)[ ]?=[ ]?[([]${both(9)}[ ]?[)\\]]`,
      `setVapidDetails[ ]?\\((?:\\s{0,16}${anything}${comma}){2}${text('secret10', 40)}`,
      `jdbc:oracle:thin:(?<also5>[A-Za-z]\\w{0,30})\\/(?=[^\\s"'\\/$<{]{4})(?<secret5>[^\\s"'@\\/$<{]{1,64}(?:@[^\\s"'@\\/$<{(:,]{1,64}){0,3})@`,
    ].join('|'),
    'g',
  ),
  anchors: [
    'connect', 'mysqli', 'pdo(', 'pdo (', '_login', 'ldap_bind', 'ssh2_auth', 'imap_open', 'directoryentry', 'sequelize', 'login', 'auth.basic',
    'tokens.basic', 'signin', 'sign_in', 'log_in', 'basic_auth', 'basicauth', 'credential', 'passwordtoken', 'authprovider', 'authenticate',
    'jwt.', 'hmac', 'cipher', 'aes.', '_encrypt', '_decrypt', 'cookieparser', 'fernet', 'secretkeyspec', 'cmp(', 'equal(', 'equals(',
    'compare', 'create_user', 'createuser', 'superuser', 'creds', 'auth =', 'auth=(', 'auth=[', 'keys(', 'type(', 'type_text(', 'fill(', 'alue(', 'val(',
    'input(', 'equentially(', 'oracle:thin', 'vapid',
  ], // prettier-ignore
  verify(value, { groups = {} }) {
    if (!isSpokenPassword(value)) return false;
    if (groups['secret3'] !== undefined)
      return !/^(?:sha|md5|aes|rs|hs|es|utf)-?[\d-]|-(?:cbc|gcm|ecb|ctr|cfb|ofb)$|^[a-z]{1,12}$/i.test(value);
    if ((groups['secret8'] ?? groups['secret9']) !== undefined) return isMixedPassword(value);
    return groups['secret5'] === undefined || !isPlaceholder(value);
  },
};
