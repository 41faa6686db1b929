import { medicalRecordNumber } from './medical-record-number.ts';
import type { Detector } from '../../types.ts';

export const healthDetectors: readonly Detector[] = [medicalRecordNumber];
