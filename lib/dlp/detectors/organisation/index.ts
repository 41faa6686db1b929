import { classificationMark } from './classification-mark.ts';
import type { Detector } from '../../types.ts';

export const organisationDetectors: readonly Detector[] = [classificationMark];
