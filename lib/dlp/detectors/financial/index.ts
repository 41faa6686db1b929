import { iban } from './iban.ts';
import { paymentCard } from './payment-card.ts';
import type { Detector } from '../../types.ts';

export const financialDetectors: readonly Detector[] = [iban, paymentCard];
