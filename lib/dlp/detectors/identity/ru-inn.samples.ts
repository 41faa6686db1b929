import type { Samples } from '../../types.ts';

export default {
  hits: ['inn: 732080576624', 'the inn is "580430307687" here', 'inn 547449180897'],
  misses: ['_732080576624', 'inn: 58043030768771', 'the part 547449180897 is there', 'inn: 573189642050'],
} satisfies Samples;
