import { classificationMark } from './classification-mark.ts';
import { deCommercialRegister } from './de-commercial-register.ts';
import { governmentMark } from './government-mark.ts';
import { sensitivityLabel } from './sensitivity-label.ts';
import type { Detector } from '../../types.ts';

export const organisationDetectors: readonly Detector[] = [
  classificationMark,
  deCommercialRegister,
  governmentMark,
  sensitivityLabel,
];
