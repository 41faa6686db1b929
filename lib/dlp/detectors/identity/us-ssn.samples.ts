import type { Samples } from '../../types.ts';

const number = ['536', '90', '4399'].join('-');
export default {
  hits: [`SSN: ${number}`, `social security number ${number}`, `ssn ${number.replaceAll('-', ' ')}`],
  misses: ['SSN: 000-12-3456', 'order 536-90-4399 shipped', 'SSN: 666-12-3456', 'SSN: 078-05-1120', 'SSN: 321-54-9876'],
} satisfies Samples;
