import type { Detector } from '../../types.ts';

/**
 * A number of a bank account after a label for one, in the languages of Europe, Latin America and Asia.
 * https://www.iso.org/standard/81090.html
 */
export const bankAccountNumber: Detector = {
  id: 'bank-account-number',
  title: 'Bank account number',
  category: 'financial',
  severity: 'high',
  pattern:
    /(?<![A-Za-z])(?:bank[ _-]?account|account[ _-]?(?:number|no\.?|nr\.?|num|#)|acct\.?(?:[ _-]?(?:number|no\.?|#))?|a\/c(?:[ _-]?(?:number|no\.?))?|konto(?:nummer|[ -]?nr\.?)|bankkonto|kto\.?(?:[ -]?nr\.?)?|num[eé]ro de compte|compte n[°o]|n[uú]mero de c(?:uenta|onta)|cuenta (?:n[uú]mero|no\.?|bancaria)|numero di conto|conto corrente|rekeningnummer|numer konta|nomor rekening|no\.? rekening|kontonr|hesap (?:no|numaras[ıi])|bankleitzahl|blz)["'’]?(?:[ \t]{0,3}(?:[:=#]|is|ist|est|es)[ \t]{0,3}|[ \t]{1,3})["'’]?(?<secret>(?:[A-Z]{4} ?)?\d(?:[ .-]?\d){6,23})(?![A-Za-z0-9_-]|[.,]\d)/gi,
  anchors: [
    'account', 'acct', 'a/c', 'konto', 'kto', 'compte', 'cuenta', 'conta', 'conto', 'rekening', 'konta', 'hesap', 'bankleitzahl', 'blz',
  ], // prettier-ignore
  confidence: 0.75,
  verify: (value) => {
    const digits = value.replace(/\D/g, '');
    return new Set(digits).size > 2 && !'01234567890123456789'.includes(digits);
  },
};
