import { digitsOf } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Spanish identity numbers: up to eight digits and the letter of their rest by 23.
 * https://www.interior.gob.es/opencms/es/servicios-al-ciudadano/tramites-y-gestiones/dni/calculo-del-digito-de-control-del-nif-nie/
 */
export const esDni: Detector = {
  id: 'es-dni',
  title: 'Spanish identity number',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:\d{7,8}-?[A-Z])(?![A-Za-z0-9_-]|[.,]\d)/gi,
  confidence: 0.5,
  alone: true,
  context: ['dni', 'nif', 'documento'],
  verify: (value) => 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digitsOf(value)) % 23] === value.at(-1)?.toUpperCase(),
};
