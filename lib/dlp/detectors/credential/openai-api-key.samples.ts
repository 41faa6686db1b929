import type { Samples } from '../../types.ts';

const part = 'a1B2c3D4e5'.repeat(2); // 20 characters
export default {
  hits: [
    `sk-${part}T3BlbkFJ${part}`,
    `sk-proj-${part}${part}T3BlbkFJ${part}${part}`,
    `OPENAI_API_KEY=sk-${part}T3BlbkFJ${part}`,
  ],
  misses: [`sk-${part}${part}`, `task-${part}T3Blbk${part}`, 'sk-proj- starts a project key'],
} satisfies Samples;
