import type { Samples } from '../../types.ts';

export default {
  hits: [
    'the pin is 4821',
    'PIN: 90341',
    'SIM PIN 1739',
    'the door code is 5512#',
    'Your verification code is 482913',
    'OTP: 829 311',
    'unlock code = 77120',
    'PIN for the safe: 4821',
    'Die PIN lautet 4821',
    'CVV: 713',
  ],
  misses: [
    'pin 13 is high',
    'PIN: 2024',
    'error code: 40013',
    'status code is 4040',
    'pin = 4821.5',
    'the verification code is sent by mail',
    'pinned: 48213',
  ],
} satisfies Samples;
