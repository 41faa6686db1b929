import type { Samples } from '../../types.ts';

export default {
  hits: ['ruc: 10060054831', 'the ruc is "10006178788" here', 'ruc 20005572631'],
  misses: ['_10060054831', 'ruc: 1000617878871', 'the part 20005572631 is there', 'ruc: 20420581766'],
} satisfies Samples;
