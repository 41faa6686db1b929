import type { Samples } from '../../types.ts';

export default {
  hits: [
    'codice fiscale: RSSMRA46B95C604Y',
    'the codice fiscale is "RSSMRA33B19C504Y" here',
    'codice fiscale RSSMRA51B95C888Y',
  ],
  misses: ['_RSSMRA46B95C604Y', 'codice fiscale: RSSMRA33B19C504Y71', 'the part RSSMRA51B95C888 is there'],
} satisfies Samples;
