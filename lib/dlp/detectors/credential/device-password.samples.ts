import type { Samples } from '../../types.ts';

const value = ['Marmot', '77', 'x'].join('');
export default {
  hits: [
    `\nenable secret 0 ${value}`,
    `hostname r1\nenable password ${value}\n`,
    `username carol privilege 15 password 7 ${value}`,
    `snmp-server community ${value} RO`,
    `radius-server host 10.0.0.1 key ${value}`,
    `network={\n  psk="${value}"\n}`,
    `requirepass ${value}`,
    `rootpw ${value}`,
    `  pac key 7 ${value}`,
  ],
  misses: [
    'snmp-server community public RO',
    'enable password <password>',
    'requirepass ${REDIS_PASSWORD}',
    'enable secret sharing in the settings, please do',
    'the community is wonderful today',
    'the pac key is not set here',
  ],
} satisfies Samples;
