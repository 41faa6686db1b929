import type { Detector } from '../../types.ts';

const place =
  '(?:door|gate|access|entry|entrance|unlock(?:ing)?|lock|alarm|safe|vault|locker|garage|keypad|building|office|parking)';
const once =
  '(?:verification|security|login|log-in|sign-in|one[- ]time|2fa|mfa|authenticat(?:ion|or)|confirmation|sms|backup|recovery|activation|pairing)';
const announced = '[ ]?(?:is|was|are|:|=|：|lautet|ist|est|es|é|->|→)[ ]{0,2}';

const words = ['pin', 'pins', 'otp', 'tan', 'mtan', 'puk'];
/** What may follow them without a space. */
const glued = ['is', 'was', 'are', 'lautet', 'est', 'es', 'é'];

/**
 * PINs, door codes and one-time codes: short numbers that only the words before them make secret.
 * https://www.iso.org/standard/68669.html (ISO 9564, PIN management)
 */
export const pinCode: Detector = {
  id: 'pin-code',
  title: 'PIN or code',
  category: 'credential',
  severity: 'medium',
  confidence: 0.8,
  pattern: new RegExp(
    `(?<![A-Za-z0-9_.-])(?:(?:PINs?(?:[ -]?(?:code|number|nummer))?|(?:card|sim|atm|phone|bank|voicemail|debit|credit|${place})[ ](?:card[ ])?(?:PIN|code|combination)|${place}[ -]?code|${once}[ -](?:codes?|password|pin)|OTP|mTAN|TAN|passcode|CVV2?|CVC2?|codigo pin|code pin|codice pin|geheimzahl|PUK\\d?|einmalcode|einmalpasswort|code secret)(?:[ ](?:for|of|to|on|für|von|pour|de|para|del)[ ][^\\n:=\\d]{1,30}?)?(?:${announced})|(?:SIM |ATM |card |the |my )?PIN[ ]|(?:safe|lock|vault|locker)[ ]combination[ ])["'“]?(?<secret>\\d{3,4}[ -]\\d{3,4}|\\d{3,8}|(?<=(?:recovery|backup)[^\\n]{0,24})[a-z0-9]{4,6}(?:-[a-z0-9]{4,6}){1,3}|(?<=combination[^\\n]{0,24})\\d{1,2}(?:-\\d{1,2}){2,3})[#*]?(?![\\w%°]|[.,:/-]\\d)`,
    'gi',
  ),
  anchors: [
    ...words.map((word) => ({ alone: word })),
    ...words.flatMap((word) => glued.map((verb) => word + verb)),
    'pinnum', 'code', 'combination', 'cvv', 'cvc', 'geheimzahl', 'einmal', 'time password', 'time-password',
  ], // prettier-ignore
  verify: (value, [whole]) =>
    // A pin of a chip has a small number; a year is rarely a code.
    (/cv[vc]/i.test(whole) ? value.length <= 4 : value.length >= 4) && !/^(?:19|20)\d\d$/.test(value),
};
