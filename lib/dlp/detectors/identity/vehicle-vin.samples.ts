import type { Samples } from '../../types.ts';

const vin = ['1M8GDM9A', 'XKP042788'].join('');
export default {
  hits: [`VIN: ${vin}`, `vehicle identification number ${vin}`, `the vin is ${vin} here`],
  misses: [
    vin,
    `VIN: ${vin.slice(0, -1)}`,
    `vin ${vin.slice(0, 8)}${vin[8] === '1' ? '2' : '1'}${vin.slice(9)}`,
    'VIN: 11111111111111112',
  ],
} satisfies Samples;
