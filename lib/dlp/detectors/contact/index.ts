import { birthDate } from './birth-date.ts';
import { birthDateLocal } from './birth-date-local.ts';
import { contactColumn } from './contact-column.ts';
import { dePostcode } from './de-postcode.ts';
import { email } from './email.ts';
import { geoCoordinates } from './geo-coordinates.ts';
import { ipAddress } from './ip-address.ts';
import { labelledAddress } from './labelled-address.ts';
import { macAddress } from './mac-address.ts';
import { nationalPhone } from './national-phone.ts';
import { phone } from './phone.ts';
import { postalAddress } from './postal-address.ts';
import { streetAddress } from './street-address.ts';
import { ukPostcode } from './uk-postcode.ts';
import type { Detector } from '../../types.ts';

export const contactDetectors: readonly Detector[] = [
  birthDate,
  birthDateLocal,
  contactColumn,
  dePostcode,
  email,
  geoCoordinates,
  ipAddress,
  labelledAddress,
  macAddress,
  nationalPhone,
  phone,
  postalAddress,
  streetAddress,
  ukPostcode,
];
