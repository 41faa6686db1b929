import { email } from './email.ts';
import { phone } from './phone.ts';
import type { Detector } from '../../types.ts';

export const contactDetectors: readonly Detector[] = [email, phone];
