import type { Samples } from '../../types.ts';

const mail = ['jane.doe', 'contoso.de'].join('@');
export default {
  hits: [`write to ${mail}`, `<${mail}>`, `"mail": "${mail}"`],
  misses: [
    'user@example.com',
    'git@github.com:org/repo.git',
    'name@localhost',
    'no-reply@service.io',
    '@media.screen',
    `Copyright (c) 2019 Jane Doe <${mail}>`,
    ` * @author Jane Doe <${mail}>`,
    'postmaster@contoso.de',
    '12345+jane@users.noreply.github.com',
  ],
} satisfies Samples;
