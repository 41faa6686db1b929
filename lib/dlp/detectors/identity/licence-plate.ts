import type { Detector } from '../../types.ts';

/**
 * A vehicle's registration after a label for one, whatever the country: groups of capitals and digits.
 * https://unece.org/transport/vehicle-regulations
 */
export const licencePlate: Detector = {
  id: 'licence-plate',
  title: 'Licence plate',
  category: 'identity',
  severity: 'low',
  pattern:
    /(?<![A-Za-z])(?:[Ll]icen[cs]e[ _-]?[Pp]late|[Nn]umber[ _-]?[Pp]late|(?:[Vv]ehicle|[Cc]ar) [Rr]egistration|[Rr]eg(?:istration)? [Pp]late|[Kk]ennzeichen|[Ii]mmatriculation|[Mm]atr[íi]cula|[Tt]arga|[Kk]enteken|[Tt]ablice|[Pp]laca)(?: (?:[Nn]umber|[Nn]o\.?|#))?["']?(?: ?[:=#] ?|[ ](?:is |ist |lautet )?)["']?(?<secret>[A-ZÄÖÜ0-9]{1,4}(?:[ ·•-]{0,2}[A-ZÄÖÜ0-9]{1,5}){1,3})(?![A-Za-z0-9])/g,
  anchors: [
    'plate', 'registration', 'kennzeichen', 'immatriculation', 'cula', 'targa', 'kenteken', 'tablice', 'placa',
  ], // prettier-ignore
  confidence: 0.6,
  // Letters stand beside digits, as in plates of nearly all countries; words in capitals and years alone do not count.
  verify: (plate) => /\d/.test(plate) && /[A-ZÄÖÜ]/.test(plate) && plate.replace(/[^A-ZÄÖÜ0-9]/g, '').length >= 4,
};
