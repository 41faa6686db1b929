import type { Samples } from '../types.ts';

const name = ['Jane', 'Doering'].join(' ');
export default {
  hits: [`patient: ${name}`, `patient ${name} arrived`, `full name: ${name}`],
  misses: ['patient: arrived late', 'the employee handbook', 'customer Support'],
} satisfies Samples;
