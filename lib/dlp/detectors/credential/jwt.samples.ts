import type { Samples } from '../../types.ts';

const part = (value: object) =>
  btoa(JSON.stringify(value)).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_');
const head = part({ alg: 'HS256', typ: 'JWT' });
const claims = part({ sub: '42', scope: 'read write' });
const signature = 'a1B2c3D4e5F'.repeat(4);
export default {
  hits: [
    `${head}.${claims}.${signature}`,
    `Cookie: session=${head}.${claims}.${signature};`,
    `"token":"${head}.${claims}.${signature}"`,
    `t = "${part({ alg: 'none' })}.${claims}.";`,
    `It is ${head}.${claims}.${signature}. Then`,
    `{\\"t\\":\\"${part({ alg: 'none' })}.${claims}.\\"}`,
  ],
  misses: [`${head}.${claims}`, `${head}.${signature}.${claims}`, `x.${head}.${claims}.${signature}`],
} satisfies Samples;
