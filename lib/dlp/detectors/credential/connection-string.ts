import { isPlaceholder } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Connection strings of databases and brokers as key=value pairs: the password is what is found.
 * https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax
 */
export const connectionString: Detector = {
  id: 'connection-string',
  title: 'Connection string',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?:server|data source|host|hostname|endpoint|user id|uid|username|user|database|initial catalog)[ \t]{0,2}=[^;\n]{1,200};(?:[^;\n]{0,200};){0,8}?[ \t]{0,2}(?:password|pwd|sharedaccesskey)[ \t]{0,2}=[ \t]{0,2}[\"']?(?<secret>[^;\"'\s]{3,128})/gi,
  anchors: ['password', 'pwd', 'sharedaccesskey'],
  verify: (secret) => !isPlaceholder(secret),
};
