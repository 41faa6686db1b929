import type { Detector } from '../../types.ts';

/** What their countries call them, in short. */
const names = [
  'ssn', 'itin', 'nino', 'nric', 'cnic', 'dni', 'nie', 'nif', 'cpf', 'cuit', 'curp', 'bsn', 'pesel', 'cnp', 'oib', 'jmbg', 'egn',
  'cpr', 'hetu', 'ahv', 'insz', 'niss', 'tfn', 'aadhaar',
]; // prettier-ignore

/**
 * A number of an identity, tax, insurance or travel document of any country, known by the label right before it. Its format is not checked:
 * what is labelled so is meant so.
 * https://www.oecd.org/tax/automatic-exchange/crs-implementation-and-assistance/tax-identification-numbers/
 */
export const identityNumber: Detector = {
  id: 'identity-number',
  title: 'Identity number',
  category: 'identity',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z])(?:(?:national|personal|citizen(?:ship)?|resident|identity|identification|social[ _-]?(?:security|insurance)|tax(?:payer)?|fiscal|passport|travel[ _-]?document|driv(?:er|ing)(?:['’]?s)?[ _-]?licen[cs]e|health[ _-]?insurance|voter|alien|residence[ _-]?permit|green[ _-]?card|military|service)[ _-]?(?:(?:id(?:entity|entification)?|insurance|registration|card|security)[ _-]?){0,2}(?:number|no\.?|nr\.?|num|#|id|code)|reisepass(?:nummer|[ -]?nr\.?)?|pass(?:nummer|[ -]?nr\.?)|(?:personal)?ausweis(?:nummer|[ -]?nr\.?)|f(?:ü|ue)hrerschein(?:nummer|[ -]?nr\.?)?|steuer(?:nummer|[ -]?id|[ -]?nr\.?)|sozialversicherungs(?:nummer|[ -]?nr\.?)|num[eé]ro (?:de |d['’])(?:passeport|permis|s[eé]curit[eé] sociale|carte d['’]identit[eé]|identit[eé])|n[uú]mero de (?:pasaporte|identificaci[oó]n|identidad|documento|licencia|c[eé]dula|seguridad social|contribuinte|identidade|passaporte)|numero (?:di |del )?(?:passaporto|patente|carta d['’]identit[aà])|paspoort(?:nummer)?|rijbewijs(?:nummer)?|burgerservicenummer|numer (?:paszportu|dowodu|prawa jazdy)|passi(?:n)? ?numero|pasaport (?:no|numaras[ıi])|ehliyet no|kimlik no|(?:ssn|itin|nino|nric|cnic|dni|nie|nif|cpf|cuit|curp|bsn|pesel|cnp|oib|jmbg|egn|cpr|hetu|ahv|insz|niss|tfn|aadhaar|emirates id)(?=["']? ?[:=#]))["'’]?(?:[ \t]{0,3}(?:[:=#]|is|lautet|ist|est|es|è|é|=>)[ \t]{0,3}|[ \t]{1,3})["'’]?(?<secret>[A-Z]{0,6}[ -]?\d(?:[A-Z0-9]|[ .\/-](?=[A-Z]{0,2}\d)){3,22}[A-Z0-9])(?![A-Za-z0-9_-]|[.,]\d)/gi,
  anchors: [
    'national', 'personal', 'citizen', 'resident', 'identi', 'social', 'tax', 'fiscal', 'passport', 'travel', 'driver', 'driving', 'health',
    'voter', 'alien', 'residence', 'green', 'military', 'service n', 'service_n', 'service-n', 'servicen', 'reisepass', 'passn', 'pass-n',
    'pass n', 'ausweis',
    'hrerschein', 'fuehrerschein', 'steuer', 'sozialversicherungs', 'passeport', 'permis', 'curit', 'pasaporte', 'documento', 'licencia',
    'dula', 'contribuinte', 'passaport', 'patente', 'paspoort', 'rijbewijs', 'burgerservice', 'paszportu', 'dowodu', 'prawa jazdy',
    'passinu', 'passi nu', 'passinnu', 'passin nu',
    'pasaport', 'ehliyet', 'kimlik', 'emirates',
    ...names.map((alone) => ({ alone })),
  ], // prettier-ignore
  confidence: 0.75,
  // What is called a US social security number and looks like one is judged by its own detector.
  verify: (value, [whole]) =>
    isPlausible(value.replace(/[^A-Za-z0-9]/g, '')) &&
    !(/^["']?ssn/i.test(whole) && /^\d{3}-?\d\d-?\d{4}$/.test(value)),
};

/** Five digits or more, or a mixture as long as documents have it; not one digit over and over, a count, or a date alone. */
function isPlausible(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  const isLong = digits.length >= 5 || (digits.length >= 3 && value.length >= 8);
  if (!isLong || new Set(digits).size < 3) return false;
  return !'01234567890123456789'.includes(digits) && !/^(?:19|20)\d\d[01]\d[0-3]\d$/.test(value);
}
