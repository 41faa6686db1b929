import { weighted } from '../../checksums.ts';
import type { Detector } from '../../types.ts';

/**
 * Personal numbers of Serbia, Bosnia, Montenegro, North Macedonia and Slovenia (JMBG, EMŠO): date of birth, region, serial, check by 11.
 * https://www.paragraf.rs/propisi/zakon_o_jedinstvenom_maticnom_broju_gradjana.html
 */
export const yuJmbg: Detector = {
  id: 'yu-jmbg',
  title: 'Personal number of former Yugoslavia',
  category: 'identity',
  severity: 'high',
  pattern: /(?<![A-Za-z0-9_-]|\d[.,])(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])[09]\d{8})(?![A-Za-z0-9_-]|[.,]\d)/g,
  confidence: 0.4,
  context: ['jmbg', 'emso', 'emšo', 'јмбг', 'ембг', 'matični', 'maticni broj'],
  verify: (value) => {
    const check = 11 - (weighted(value, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
    return (check % 11) % 10 === Number(value[12]);
  },
};
