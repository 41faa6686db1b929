import type { Detector } from '../../types.ts';

/**
 * Indonesian identity numbers (NIK): region, date of birth with 40 added for women, serial.
 * https://dukcapil.kemendagri.go.id/
 */
export const idNik: Detector = {
  id: 'id-nik',
  title: 'Indonesian identity number',
  category: 'identity',
  severity: 'high',
  pattern:
    /(?<![A-Za-z0-9_-]|\d[.,])(?:[1-9]\d{5}(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d{6})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['nik', 'ktp', 'nomor induk', 'no. kk', 'kartu keluarga'],
  verify: (value) => !/^(\d{4})\1/.test(value) && value.slice(12) !== '0000',
};
