import type { Samples } from '../../types.ts';

export default {
  hits: ['pasaporte: AAB469560', 'the pasaporte is "AAB433195" here', 'AAB045195\nAAB888741'],
  misses: ['_AAB469560', 'pasaporte: AAB43319571', 'the part AAB045195 is there'],
} satisfies Samples;
