import type { Samples } from '../../types.ts';

export default {
  hits: ['my IP is 93.184.216.34', 'client ip: 81.2.69.142', 'ip_address=2a02:8388:1740:5b00:9c1e:7d2a:11f0:3344'],
  misses: [
    'version 93.184.216.34',
    'my IP is 192.168.1.14',
    'ip address 203.0.113.9',
    'ip address 8.8.8.8',
    'client ip: 381.2.69.142',
    'listens at ip address 127.0.0.1',
  ],
} satisfies Samples;
