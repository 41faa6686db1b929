import type { Samples } from '../../types.ts';

const local = ['9012', '3456'].join(' ');
export default {
  hits: [
    `+43 664 ${local.replace(' ', '')}`,
    `call +49 30 ${local}`,
    `+4930${local.replace(' ', '')}`,
    `phone: (030) ${local}`,
    `Tel. 030 ${local}`,
    `my phone number is 077 ${local}`,
    `WhatsApp: 0791${local.replace(' ', '')}`,
    `(415) 867-5309`,
    `0044 20 ${local}`,
    '(415) 555-0187',
    `phone: 8 (912) 345-${local.slice(-4, -2)}-87`,
    'unter 0041 44 668 18 00 ab 15 Februar',
  ],
  misses: [
    '2026-11-25 10 20',
    '10 20 30 40',
    'version 1.2.3.4',
    '+1',
    'AL47 2121 1009 0000 0002 3569',
    '+999 123 456 789',
    'ACUTE; 0069 0307 0301',
    '13,178,002.113936031',
    'the total is 077 123 4567',
    'call 12',
    '0065 0302 0304',
    '212-555-5555',
    'phone: 555-867-5309',
    'tel (415) 555-1212',
    '001050 73 99 a1 0c 7f 22 91',
  ],
} satisfies Samples;
