import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Spanish numbers of foreigners: X, Y or Z, seven digits, the letter of their rest by 23.
 * https://www.interior.gob.es/opencms/es/servicios-al-ciudadano/tramites-y-gestiones/dni/calculo-del-digito-de-control-del-nif-nie/
 */
export const esNie: Detector = {
  id: 'es-nie',
  title: 'Spanish foreigner number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:[XYZ]\d{7}-?[A-Z])(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.5,
  alone: true,
  context: ['nie', 'extranjero'],
  verify: (value) =>
    'TRWAGMYFPDXBNJZSQVHLCKE'[Number(`${'XYZ'.indexOf(value.charAt(0).toUpperCase())}${digitsOf(value)}`) % 23] ===
    value.at(-1)?.toUpperCase(),
};
