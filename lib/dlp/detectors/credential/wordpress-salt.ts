import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Keys and salts of `wp-config.php`: 64 printable characters.
 * https://developer.wordpress.org/apis/wp-config-php/#security-keys
 */
export const wordpressSalt: Detector = {
  id: 'wordpress-salt',
  title: 'WordPress key',
  category: 'credential',
  severity: 'high',
  pattern:
    /(?:SECURE_AUTH|AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)(?:["'][ ]?,\s{0,8}["']|=["']?)(?<secret>[!-&(-~ ]{24,100})(?=["'\r\n]|$)/g,
  verify: (secret) => looksReal(secret) && !/put your|unique phrase/i.test(secret) && !/^[\w ]+$/.test(secret),
};
