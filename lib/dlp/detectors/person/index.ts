import { personColumn } from './person-column.ts';
import { personName } from './person-name.ts';
import { statedName } from './stated-name.ts';
import type { Detector } from '../../types.ts';

export const personDetectors: readonly Detector[] = [personColumn, personName, statedName];
