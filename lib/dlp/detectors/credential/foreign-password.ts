import { isPasswordLike, isStatedPassword } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

const noun =
  'ł(?<=hasł)[oa]|ö(?<=lö)senord(?:et)?|парол[ьюа]|密码|密碼|口令|パスワード|暗証番号|비밀번호|비번|패스워드|암호|şifre|ă(?<=parolă)|ậ(?<=mậ)t khẩu|κωδικ[όο]ς|סיסמה|كلمة (?:المرور|السر)|รหัสผ่าน|ó(?<=jelszó)|пинкод|лозинка';
const belonging = '(?:[ ](?:от|для|на|к|в|do|dla|na|till|för|için|cho|для)[ ][^\\n:=]{1,40}?)?';
const sign = '[ ]?(?:[:：=—–-]|->|是|为|為|は|는|은|가|—|это|to|je|är|là|है|هي)[ ]{0,2}';

/**
 * Passwords whose name is written with letters beyond ASCII: Polish, Swedish, Russian, Chinese, Japanese, Korean, Turkish and more.
 * https://cldr.unicode.org/
 */
export const foreignPassword: Detector = {
  id: 'foreign-password',
  title: 'Password',
  category: 'credential',
  severity: 'high',
  confidence: 0.8,
  pattern: new RegExp(
    `(?:${noun})(?:${belonging}${sign}["'«„“「\`]?(?<secret>[!-~]{3,63}[!#-&*+\\/-9=?-Z^-z~])|(?:[ ]?[(（][ ]?(?:[a-z]{3,10}:)?|[ ])(?<secret2>[!-'*-~]{6,63}))`,
    'gi',
  ),
  anchors: ['hasło', 'hasła', 'lösenord', 'парол', 'пинкод', 'лозинка', '密码', '密碼', '口令', 'パスワード', '暗証番号', '비밀번호', '비번', '패스워드', '암호', 'şifre', 'parolă', 'mật khẩu', 'κωδικ', 'סיסמה', 'كلمة المرور', 'كلمة السر', 'รหัสผ่าน', 'jelszó'], // prettier-ignore
  verify: (secret, { groups }) =>
    groups?.['secret2'] === undefined
      ? isPasswordLike(secret, false) || /^\d{6,12}$/.test(secret)
      : isStatedPassword(secret),
};
