import type { Detector } from '../../types.ts';

/**
 * A street and a house number without a town, or a post office box, near a word that says that somebody lives or is reached there.
 * https://pe.usps.com/text/pub28/welcome.htm
 */
export const streetAddress: Detector = {
  id: 'street-address',
  title: 'Street address',
  category: 'contact',
  severity: 'low',
  pattern:
    /(?<![\wÀ-ÿ.-])(?:\d{1,5}[A-Za-z]?,? (?:(?:[NSEW]|North|South|East|West)\.? )?(?:[A-ZÀ-Ý][\wÀ-ÿ.'-]{1,20} ){1,3}(?:St(?:reet)?|Ave(?:nue)?|R(?:oa)?d|Blvd|Boulevard|Lane|Ln|Drive|Dr|Court|Ct|Way|Close|Square|Terrace|Place|Pl|Crescent|Parkway|Pkwy|Highway|Hwy|Circle|Trail|Grove)|[A-ZÄÖÜ][\wäöüßÄÖÜ.-]{1,24}(?:[ -][A-ZÄÖÜ][\wäöüß.-]{1,20}){0,2}(?:stra(?:ß|ss)e|str\.|weg|allee|platz|gasse| Stra(?:ß|ss)e| Weg| Allee| Platz) \d{1,4} ?[a-z]?|\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|impasse|chemin|all[ée]e|quai) [\wÀ-ÿ' -]{3,40}|(?:[Cc]alle|[Aa]venida|[Pp]aseo|[Pp]laza|C\/|[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso|[Rr]ua|[Tt]ravessa|ul\.|[Uu]lica) [A-ZÀ-Ý][\wÀ-ÿ'. ]{2,40},? ?(?:n[º°.]? ?)?\d{1,4}|[A-Z][a-z]{2,24}(?:straat|laan|plein|gracht|weg|dreef|kade|gatan|v[äa]gen|gata|vej|veien|gade|katu|tie) \d{1,4} ?[A-Za-z]?|P\.? ?O\.? Box \d{1,6})(?![\wÀ-ÿ])/g,
  confidence: 0.4,
  context: [
    'address', 'live at', 'lives at', 'living at', 'resid', 'deliver', 'ship to', 'mail to', 'home', 'adresse', 'wohn', 'anschrift',
    'habite', 'domicil', 'direcci', 'vive en', 'indirizzo', 'abita', 'endere', 'adres', 'woon', 'bor p', 'mieszka', 'asuu',
  ], // prettier-ignore
};
