import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/**
 * Addresses that let anybody post into a chat or start a flow: Google Chat, Feishu and Lark, DingTalk, WeCom, Zapier, Make, IFTTT,
 * Power Automate. And those of nodes of a blockchain, which hold their key.
 * https://developers.google.com/workspace/chat/quickstart/webhooks
 */
export const webhookUrl: Detector = {
  id: 'webhook-url',
  title: 'Address of a webhook',
  category: 'credential',
  severity: 'high',
  pattern:
    /https:\/\/(?:chat\.googleapis\.com\/v1\/spaces\/[\w-]{8,20}\/messages\?key=[\w-]{20,60}&token=[\w%-]{20,80}|open\.(?:feishu\.cn|larksuite\.com)\/open-apis\/bot\/(?:v2\/)?hook\/[0-9a-f-]{32,36}|oapi\.dingtalk\.com\/robot\/send\?access_token=[0-9a-f]{64}|qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=[0-9a-f-]{36}|hooks\.zapier\.com\/hooks\/catch\/\d{4,10}\/[a-z0-9]{5,12}|hook\.(?:eu|us)\d\.make\.com\/[a-z0-9]{24,40}|[a-z0-9-]{2,40}\.(?:g\.)?alchemy(?:api\.io|\.com)\/v2\/[\w-]{32}|[a-z0-9-]{2,40}\.infura\.io\/v3\/[0-9a-f]{32}|[a-z0-9.-]{2,60}\.quiknode\.pro\/[0-9a-f]{40}|maker\.ifttt\.com\/trigger\/[\w-]{1,60}\/(?:json\/)?with\/key\/[\w-]{20,50}|prod-\d{1,3}\.[a-z]{4,20}\.logic\.azure\.com(?::443)?\/workflows\/[0-9a-f]{32}\/[^\s\"\']{20,200}&sig=[\w%-]{40,60})/g,
  anchors: [
    'chat.googleapis',
    '/open-apis/bot/',
    'oapi.dingtalk',
    'qyapi.weixin',
    'hooks.zapier',
    '.make.com',
    'alchemy',
    'infura.io',
    'quiknode.pro',
    'maker.ifttt',
    'logic.azure',
  ],
  verify: looksReal,
};
