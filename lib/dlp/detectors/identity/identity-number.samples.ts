import type { Samples } from '../../types.ts';

export default {
  hits: [
    'Passport number: K4471902X',
    '"nationalId": "8804-2217-331"',
    'driver_license_no = D6102-4471-90',
    'my tax id is 41-2290871',
    'Reisepassnummer C7KX41ZP9',
    'número de pasaporte XDB771204',
    'Ausweis-Nr. L22R91K04',
    'SSN: 641 130 588',
  ],
  misses: [
    'the passport number is on page 2',
    'tax number: 0000000',
    'national id: 123456789',
    'passport number issued in 2019',
    'identity code 12',
    'driving licence number: none',
    'SSN 641 130 588',
    'numbers such as 8804-2217-331',
  ],
} satisfies Samples;
