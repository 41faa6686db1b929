import type { Samples } from '../../types.ts';

const mail = ['jane.doe', 'contoso.de'].join('@');
export default {
  hits: [`write to ${mail}`, `<${mail}>`, `"mail": "${mail}"`],
  misses: ['user@example.com', 'git@github.com:org/repo.git', 'name@localhost', 'no-reply@service.io', '@media.screen'],
} satisfies Samples;
