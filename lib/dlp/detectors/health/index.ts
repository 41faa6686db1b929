import { auMedicare } from './au-medicare.ts';
import { deBsnr } from './de-bsnr.ts';
import { deHealthInsurance } from './de-health-insurance.ts';
import { deLanr } from './de-lanr.ts';
import { medicalCode } from './medical-code.ts';
import { medicalRecordNumber } from './medical-record-number.ts';
import { ukNhs } from './uk-nhs.ts';
import { usDea } from './us-dea.ts';
import { usMbi } from './us-mbi.ts';
import { usNpi } from './us-npi.ts';
import type { Detector } from '../../types.ts';

export const healthDetectors: readonly Detector[] = [
  auMedicare,
  deBsnr,
  deHealthInsurance,
  deLanr,
  medicalCode,
  medicalRecordNumber,
  ukNhs,
  usDea,
  usMbi,
  usNpi,
];
