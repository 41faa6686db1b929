import { classificationMark } from './classification-mark.ts';
import { deCommercialRegister } from './de-commercial-register.ts';
import type { Detector } from '../../types.ts';

export const organisationDetectors: readonly Detector[] = [classificationMark, deCommercialRegister];
