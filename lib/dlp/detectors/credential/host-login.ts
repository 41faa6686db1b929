import { isBarePassword } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * The address of a machine with a user and a password behind it, as people note them down: `10.0.0.1 (bob/…)`, `bob@10.0.0.1 bob/…`.
 * https://cwe.mitre.org/data/definitions/522.html
 */
export const hostLogin: Detector = {
  id: 'host-login',
  title: 'Login of a machine',
  category: 'credential',
  severity: 'high',
  confidence: 0.7,
  pattern:
    /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?:[ ][a-z]{2,16})?(?:[ ]{0,2}(?:[(,]|-{1,2}>)[ ]?|[ ]{1,2})(?<also>[A-Za-z][\w.-]{1,31})[ ]?\/{1,2}[ ]?(?<secret>[^\s"'`<>/.,;:()]{6,64})(?=[\s"'`,;)]|\.\s|\.?$)/g,
  verify: isBarePassword,
};
