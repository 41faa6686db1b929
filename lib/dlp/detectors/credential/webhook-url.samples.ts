import type { Samples } from '../../types.ts';

const body = ['q7Wz9Kp3', 'Lt5YbR8n', 'X2cV6mJd'].join('').repeat(4);
const uuid = ['3f9c1d7b', '5a2e', '4064', '9c1d', '7b5a2e80643f'].join('-');
export default {
  hits: [
    `https://chat.googleapis.com/v1/spaces/${body.slice(0, 11)}/messages?key=${body.slice(0, 39)}&token=${body.slice(0, 43)}`,
    `https://open.feishu.cn/open-apis/bot/v2/hook/${uuid}`,
    `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${uuid}`,
    `https://maker.ifttt.com/trigger/door/with/key/${body.slice(0, 22)}`,
    `https://eth-mainnet.g.alchemy.com/v2/${body.slice(0, 32)}`,
    `https://mainnet.infura.io/v3/${uuid.replaceAll('-', '')}`,
    `https://hook.eu1.make.com/${body.toLowerCase().slice(0, 32)}`,
  ],
  misses: [
    'https://open.feishu.cn/open-apis/bot/v2/hook/',
    'https://hooks.zapier.com/hooks/standard',
    'https://eth-mainnet.g.alchemy.com/v2/',
    'https://mainnet.infura.io/v3/your-key',
    `https://chat.googleapis.com/v1/spaces/${body.slice(0, 11)}/messages`,
  ],
} satisfies Samples;
