import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Hashes of passwords as systems store them: crypt(3) (MD5, SHA-2, bcrypt, scrypt, yescrypt), Argon2, PBKDF2 of Django, Kerberos tickets for cracking.
 * https://man7.org/linux/man-pages/man5/crypt.5.html
 */
export const passwordHash: Detector = {
  id: 'password-hash',
  title: 'Hash of a password',
  category: 'credential',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z0-9_$])(?:\$(?:1|apr1)\$[.\/A-Za-z0-9]{1,8}\$[.\/A-Za-z0-9]{22}|\$2[abxy]\$\d\d\$[.\/A-Za-z0-9]{53}|\$5\$(?:rounds=\d{1,9}\$)?[.\/A-Za-z0-9]{1,16}\$[.\/A-Za-z0-9]{43}|\$6\$(?:rounds=\d{1,9}\$)?[.\/A-Za-z0-9]{1,16}\$[.\/A-Za-z0-9]{86}|\$[89]\$[.\/A-Za-z0-9]{14}\$[.\/A-Za-z0-9]{43}|\$(?:y|gy|7)\$[.\/A-Za-z0-9]{1,64}\$[.\/A-Za-z0-9]{1,86}\$[.\/A-Za-z0-9]{43}|\$argon2(?:id?|d)\$v=\d{1,3}\$m=\d{1,8},t=\d{1,4},p=\d{1,3}\$[A-Za-z0-9+\/]{11,64}\$[A-Za-z0-9+\/]{16,128}|pbkdf2_sha(?:1|256)\$\d{1,8}\$[A-Za-z0-9]{1,32}\$[A-Za-z0-9+\/]{27,64}=?|\$krb5(?:asrep|tgs)\$\d{1,2}\$[^\s$]{1,200}\$[a-f0-9$]{32,4000})(?![.\/A-Za-z0-9])/g,
  anchors: [
    '$1$',
    '$apr1$',
    '$2a$',
    '$2b$',
    '$2x$',
    '$2y$',
    '$5$',
    '$6$',
    '$8$',
    '$9$',
    '$y$',
    '$gy$',
    '$7$',
    '$argon2',
    'pbkdf2_sha',
    '$krb5',
  ],
  verify: looksReal,
};
