import type { Samples } from '../../types.ts';

const password = ['tr0ub4', 'dor', '-9'].join('');
export default {
  hits: [
    `HostName=hub.azure-devices.net;SharedAccessKeyName=rw;SharedAccessKey=${'q7Wz9Kp3Lt5Y'.repeat(3)}`,

    `Server=db;User Id=sa;Password=${password};`,
    `Server=db;User Id=sa;Password=@${password};`,
    `Host=db.internal;Port=5432;Username=app;Pwd=${password}`,
    `Endpoint=sb://x.test/;SharedAccessKeyName=root;SharedAccessKey=${password}=`,
    `jdbc:mysql://db.internal/shop?user=app&password=blueberry`,
    `jdbc:sqlserver://db.internal:1433;databaseName=x;user=sa;password=${password};`,
  ],
  misses: [
    'Server=db;User Id=sa;Password=<password>;',
    'Server=db;User Id=sa;Password=@password;',
    'Server=db;Integrated Security=true;',
    'Server=db;User Id=sa;Password=${DB_PASSWORD};',
    'jdbc:mysql://db.internal/shop?user=app&password=<password>',
    'jdbc:mysql://db.internal/shop?passwordCharacterEncoding=utf8',
  ],
} satisfies Samples;
