import { isPasswordLike, isStrongPassword } from '../placeholder.ts';
import type { Detector } from '../types.ts';

const word =
  'password|passwd|passphrase|passcode|passwort|kennwort|wachtwoord|contraseña|contrasena|mot de passe|pwd|psw|secret|api[_ -]?key|auth[_-]?token|access[_-]?token|(?<![A-Za-z])(?:pass|pw)(?=[ \\t]{0,4}["\'`]?[ \\t]{0,4}[:=])';
const name = `(?<![A-Za-z0-9_.[-])[A-Za-z0-9_.-]{0,64}?(?:${word})(?:[_-][A-Za-z0-9_-]{1,24})?`;
/** `=`, `:=`, `===`, `=>`, after a closing quote or bracket of the name. */
const operator = '\\\\?["\'`\\]]{0,2}[ \\t]{0,16}[:?!=]{0,3}[:=]>?[ \\t]{0,4}';
/** `<add key="Password" value="…" />` */
const attribute = '["\'][ \\t]{1,4}value[ \\t]{0,2}=[ \\t]{0,2}';
/** The name as a string, then the value as the next argument. */
const argument = '["\'`],[ \\t]{0,2}(?=["\'`])';
/** ` for the server is `, ` lautet: `. */
const verb =
  '(?:[ \\t](?:for|of|to|on|von|für|vom|pour|de|del|para)[ \\t][^\\n:="\'`]{1,40}?)?[ \\t](?:is|was|are|lautet|ist|est|es)[ \\t]{0,2}:?[ \\t]{1,2}';
const element = '>';
/** A line of `.netrc`: https://everything.curl.dev/usingcurl/netrc.html */
const netrc = '(?<=(?:login|user)[ \\t]{1,2}\\S{1,64}\\s{1,8}password)[ \\t]{1,2}';
const quoted =
  '\\\\"(?<secret>[^"\\\\\\n]{4,128})\\\\"|"(?<secret1>[^"\\n]{4,128})"|\'(?<secret2>[^\'\\n]{4,128})\'|`(?<secret3>[^`\\n]{4,128})`';
/** To the end of a line every sign may belong to the value; elsewhere a closing one ends it. */
const wholeLine = '(?<secret4>[^\\s"\'`<]{5,127}[^\\s"\'`<,;.:)}\\]])(?=[ \\t,;]{0,4}(?:[\\r\\n]|$))';
const bare = '(?<secret5>[^\\s"\'`<,;)\\]}]{6,128})';

/**
 * Passwords and secrets that are assigned in code, configuration, markup, command lines or a sentence. The value must not be a
 * placeholder, a variable or a call.
 * https://cwe.mitre.org/data/definitions/798.html
 */
export const passwordAssignment: Detector = {
  id: 'password-assignment',
  title: 'Password',
  category: 'credential',
  severity: 'high',
  pattern: new RegExp(
    `${name}(?:(?:${operator}|${attribute}|${argument}|${verb}|${element}|${netrc})(?:${quoted}|${wholeLine}|${bare})|[ \\t]{1,2}(?<secret6>[^\\s"'\`<,;)\\]}]{8,64}))`,
    'gi',
  ),
  anchors: [
    'passw',
    'passphrase',
    'passcode',
    'kennwort',
    'wachtwoord',
    'contrase',
    'mot de passe',
    'pass',
    'pwd',
    'psw',
    'pw',
    'secret',
    'api_key',
    'api-key',
    'api key',
    'apikey',
    'auth_token',
    'auth-token',
    'authtoken',
    'access_token',
    'access-token',
    'accesstoken',
  ],
  verify(value, { groups }) {
    if (groups?.['secret6'] !== undefined) return isStrongPassword(value);
    return isPasswordLike(value, (groups?.['secret4'] ?? groups?.['secret5']) === undefined);
  },
};
