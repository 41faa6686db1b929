import { birthDate } from './birth-date.ts';
import { dePostcode } from './de-postcode.ts';
import { email } from './email.ts';
import { nationalPhone } from './national-phone.ts';
import { phone } from './phone.ts';
import { postalAddress } from './postal-address.ts';
import { ukPostcode } from './uk-postcode.ts';
import type { Detector } from '../../types.ts';

export const contactDetectors: readonly Detector[] = [
  birthDate,
  dePostcode,
  email,
  nationalPhone,
  phone,
  postalAddress,
  ukPostcode,
];
