import type { Samples } from '../../types.ts';

const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(9); // built here so that no token-like literal is committed
export default {
  hits: ['REACT_APP_MAIL_USER=carol', '# VITE_ADMIN_PASSWORD=blueberry', `NEXT_PUBLIC_DB_PASS="${body.slice(0, 9)}"`],
  misses: ['REACT_APP_TITLE=carol', 'REACT_APP_USER=$USER', 'VITE_PASSWORD='],
} satisfies Samples;
