import type { Detector } from '../../types.ts';

/**
 * An address after a word that says so, in the order of any country: capitalised words, numbers and what joins them, over two lines.
 * https://www.upu.int/en/activities/addressing/postal-addressing-systems-in-member-countries.html
 */
export const labelledAddress: Detector = {
  id: 'labelled-address',
  title: 'Postal address',
  category: 'contact',
  severity: 'medium',
  pattern:
    /(?<![A-Za-z])(?:(?:[Hh]ome |[Pp]ostal |[Mm]ailing |[Ss]treet |[Bb]illing |[Ss]hipping |[Dd]elivery |[Rr]esidential )?[Aa]ddress ?:|[Aa]dresse ?:|[Aa]nschrift ?:|[Dd]irecci[óo]n ?:|[Ii]ndirizzo ?:|[Ee]ndere[çc]o ?:|[Aa]dres[as]? ?:|(?:[Ii]|we|[Hh]e|[Ss]he|they) lives? at|(?:[Ss]hip|[Dd]eliver|[Mm]ail) to|wohnhaft in|[Ww]ohne in(?: der)?|[Hh]abite au?|[Vv]ivo en|[Aa]bito in)[ ](?<secret>(?:(?:[A-Z0-9#]|[^\0-\u007f])(?:[A-Za-z0-9'.\/-]|[^\0-\u007f]){0,30}|(?:de|del|la|las|los|el|da|do|dos|das|du|des|le|les|di|della|van|von|der|den|am|an|im|of|the|y|e|ul|pl|al|os|str|nr|no|km|av|rue|calle|via|bis|bus|apt|suite|utca|kat)\b\.?)(?:(?:, ?\n?|\n| - | )(?:(?:[A-Z0-9#]|[^\0-\u007f])(?:[A-Za-z0-9'.\/-]|[^\0-\u007f]){0,30}|(?:de|del|la|las|los|el|da|do|dos|das|du|des|le|les|di|della|van|von|der|den|am|an|im|of|the|y|e|ul|pl|al|os|str|nr|no|km|av|rue|calle|via|bis|bus|apt|suite|utca|kat)\b\.?)){0,14})/g,
  anchors: [
    'address:', 'address :', 'adresse', 'anschrift', 'direcci', 'indirizzo', 'endere', 'adres', 'live at', 'lives at', 'ship to',
    'deliver to', 'mail to', 'wohnhaft', 'wohne', 'habite', 'vivo en', 'abito in',
  ], // prettier-ignore
  confidence: 0.6,
  verify: isAddress,
};

/** A house number or postcode, two words or letters of another script, and nothing of a machine's address. */
function isAddress(value: string): boolean {
  if (/\d\.\d+\.\d|0x|\d{9}|::|^\d+$/.test(value)) return false;
  const words = value.match(/[A-ZÀ-Ý][a-zà-ÿ'.-]{2,}|[^\0-\u007f]{2,}/g) ?? [];
  return /(?:^|[^\w])\d{1,6}[A-Za-z]?(?![\w])/.test(value) && words.length >= 1 && value.length >= 10;
}
