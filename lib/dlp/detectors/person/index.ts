import { personName } from './person-name.ts';
import type { Detector } from '../../types.ts';

export const personDetectors: readonly Detector[] = [
  personName,
];
