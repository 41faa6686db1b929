import { isMixedPassword, isPlaceholder } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

const is = '[ \\t]{0,2}=[ \\t]{0,2}';
const user = '[ \\t]{0,2}(?:user[ ]?id|uid|user[ ]?name|user|sharedaccesskeyname)[ \\t]{0,2}=';
const other = `(?:(?!${user})[^;\\n]{0,200};){0,8}?`;
const first = '(?:server|data source|address|host|hostname|endpoint|database|initial catalog|provider|driver)';

/** Parameters of an address: https://docs.oracle.com/javase/tutorial/jdbc/basics/connecting.html */
const jdbc =
  'jdbc:(?!jdbc)[^\\s"\'<>]{3,340}?[?&;](?:\\w{1,16})?pass(?:word|wd)?=(?<secret3>[^\\s"\'<>&;`\\\\]{2,127}[^\\s"\'<>&;`\\\\,.)])';

/**
 * Connection strings of databases and brokers as key=value pairs: the password is what is found.
 * https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax
 */
export const connectionString: Detector = {
  id: 'connection-string',
  title: 'Connection string',
  category: 'credential',
  severity: 'high',
  pattern: new RegExp(
    `(?:${first}${is}[^;\\n]{1,200};${other}(?:${user}[ \\t]{0,2}(?<also>[^;\\n]{1,128});)?|${user}[ \\t]{0,2}(?<also2>[^;\\n]{1,128});)${other}[ \\t]{0,2}(?:password|pwd|sharedaccesskey|secret)${is}["']?(?<secret>[^;"'\\s]{3,128})|${jdbc}`,
    'gi',
  ),
  anchors: ['password', 'pwd', 'sharedaccesskey', 'secret', 'jdbc:'],
  // A name after @ is a parameter of a query; a password may begin so too.
  verify: (secret) => !isPlaceholder(secret) || (secret.startsWith('@') && isMixedPassword(secret.slice(1))),
};
