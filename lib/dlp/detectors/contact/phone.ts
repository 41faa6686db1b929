import type { Detector } from '../../types.ts';

/** Country calling codes by length. https://www.itu.int/pub/T-SP-E.164D */
const callingCode =
  /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-689]\d|3[578]\d|42\d|50\d|59\d|6[789]\d|80[08]|8[578]\d|96[0-8]|97[0-79]|99[2-68])/;

/** A word for a telephone, and what may stand between it and its number. */
const announced =
  /\b(?:tel|telefon|telephone|phone|telefono|teléfono|téléphone|mobile?|handy|cell|fax|whatsapp|signal|hotline)\w{0,4}(?:[ _-]?(?:number|no|nr|nummer|#))?["']?(?:[ ]{0,2}(?:[.:=#]|is|was|at|on|lautet|ist|est|es|under))?[ ]{0,2}:?[ ]{0,2}["']?$|\b(?:call|reach|ring|text|phone|dial)(?:[ ](?:me|us|him|her|them))?(?:[ ](?:at|on|under))?:?[ ]$|\b(?:my|his|her|their|our)(?: new| work| home| cell)? number(?: is|:)?[ ]$/i;
/** In a row of groups, such as an account number, a group that begins with 00 is no trunk prefix. */
const inGroups = /(?:^|[^\w])\w*\d\w*[ -]$/;
/** Groups of four throughout, `0065 0302 0304`, are a table of code points. */
const codePoints = /^\d{4}(?: \d{4}){1,4}$/;
/** Behind a number: pairs of hexadecimal digits, one of them with a letter. The number is the place in a dump of bytes. */
const bytes = /^(?: [0-9a-f]{2}){0,16} (?:[a-f][0-9a-f]|[0-9][a-f])(?: [0-9a-f]{2}){2}(?![0-9a-z])/i;
/** Three groups of North America, with the area in brackets or hyphens between: known without a word. */
const northAmerican = /^(?:\([2-9]\d\d\)[ -]?|[2-9]\d\d-)[2-9]\d\d-\d{4}(?: ?(?:x|ext).*)?$/;

/** An area 555, which is given to nobody, or the lines of the exchange 555 that every example shows. https://www.nanpa.com/numbering/555-line-numbers */
const fictional = /^\+?1?555\d{7}$|^(?:\+?1)?[2-9]\d\d555(?:5555|1212|1234|0000)$/;

/** Two years with a hyphen between: `Tels 2004-2007`. */
function isYears(number: string): boolean {
  return /^(?:19|20)\d\d ?- ?(?:19|20)\d\d$/.test(number);
}

function isFictional(number: string, digits: string): boolean {
  const isNorthAmerican = number.startsWith('+1') || /^\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}$/.test(number);
  return isNorthAmerican && fictional.test(digits);
}

/**
 * Phone numbers in international notation, those of North America by their shape, and other national ones behind a word that
 * announces one.
 * https://www.itu.int/rec/T-REC-E.164
 */
export const phone: Detector = {
  id: 'phone',
  title: 'Phone number',
  category: 'contact',
  severity: 'low',
  pattern:
    /(?<![\w.+=)\]\/-])(?:\+\(?|00)[1-9]\d{0,4}(?:[ ().\/-]{1,2}\d{1,8}){0,5}[ ().\/-]{1,2}\d{2,11}(?: ?(?:x|ext\.?) ?\d{1,6})?(?![\w-])|(?<![\w.+=)\]\/-])\+[1-9]\d{6,14}(?![\w-])|(?<![\w.+=\/-])\(?\d{1,5}\)?(?:[ .\/-]{0,2}\(?\d{2,5}\)?){1,4}(?: ?(?:x|ext\.?) ?\d{1,6})?(?![\w-])|(?<![\w.+=\/-])\d{5}(?![\w-])/g,
  verify: (number, { index, input }) => {
    const digits = number.replace(/ ?(?:x|ext).*/, '').replace(/\D/g, '');
    if (digits.length > 15 || new Set(digits).size < 3 || isFictional(number, digits) || isYears(number)) return false;
    const before = input.slice(Math.max(0, index - 36), index);
    const international = /^(?:\+\(?|00)([1-9]\d*)/.exec(number);
    if (international && (number.startsWith('+') || digits.length >= 10)) {
      const [, first = ''] = international;
      // Where a gap follows, the first group is the whole calling code.
      const code = callingCode.exec(first)?.[0];
      const isCode = code !== undefined && (first.length > 3 || code === first);
      return (
        isCode &&
        digits.length >= 7 &&
        (number.startsWith('+') ||
          (!inGroups.test(before) &&
            !codePoints.test(number) &&
            !bytes.test(input.slice(index + number.length, index + number.length + 64))))
      );
    }
    return northAmerican.test(number) || (digits.length >= 5 && announced.test(before));
  },
};
