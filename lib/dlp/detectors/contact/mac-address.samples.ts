import type { Samples } from '../../types.ts';

export default {
  hits: ['MAC address: 3C:22:FB:7A:10:9E', 'mac-address 3c-22-fb-7a-10-9e', 'hwaddr 3c22.fb7a.109e'],
  misses: [
    'at 3C:22:FB:7A:10:9E',
    'mac address ff:ff:ff:ff:ff:ff',
    'MAC address 3C:22:FB:7A:10',
    'mac address 00:00:00:00:00:00',
  ],
} satisfies Samples;
