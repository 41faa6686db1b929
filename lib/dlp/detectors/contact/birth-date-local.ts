import type { Detector } from '../../types.ts';

/**
 * A date near a word for birth in a language that writes it with other letters than those of English.
 * https://cldr.unicode.org/translation/date-time/date-time-patterns
 */
export const birthDateLocal: Detector = {
  id: 'birth-date-local',
  title: 'Date of birth',
  category: 'contact',
  severity: 'medium',
  pattern:
    /(?<![\w.\/-])(?:(?:19|20)\d\d(?:年 ?|년 ?|[.\/-] ?)\d\d?(?:月 ?|월 ?|[.\/-] ?)\d\d?[日일]?|(?:0?[1-9]|[12]\d|3[01])[.\/-] ?(?:0?[1-9]|1[0-2])[.\/-] ?(?:19|20)\d\d)(?![\w\/-])/g,
  confidence: 0.4,
  context: [
    'född', 'født', 'fødselsdato', 'fødselsdag', 'födelsedatum', 'syntymäaika', 'narození', 'narodenia', 'születési', 'nașterii', 'doğum',
    'né le', 'née le', 'рождения', 'народження', 'родився', 'раждане', 'рођења', 'γέννησης', '出生', '生年月日', '誕生日', '생년월일', 'ngày sinh',
    'วันเกิด', 'जन्म', 'تاريخ الميلاد', 'تولد', 'תאריך לידה',
  ], // prettier-ignore
};
