import type { Samples } from '../../types.ts';

const body = '1850578006084';
const nir = `1 85 05 78 006 084 ${97 - Number(BigInt(body) % 97n)}`;
export default {
  hits: [`NIR ${nir}`, `numéro de sécurité sociale ${nir}`, `Sécu : ${nir.replaceAll(' ', '')}`],
  misses: [`NIR ${nir.slice(0, -2)}00`, 'NIR 1 85 13 78 006 084 91', `${nir.replaceAll(' ', '')}1`],
} satisfies Samples;
