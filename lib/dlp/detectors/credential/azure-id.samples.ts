import type { Samples } from '../../types.ts';

const uuid = ['3f9c1d7b', '5a2e', '4064', '9c1d', '7b5a2e80643f'].join('-');
export default {
  hits: [`AZURE_CLIENT_ID=${uuid}`, `ad_tenant_id: "${uuid}"`, `'azure.subscription-id': '${uuid}'`],
  misses: [`CLIENT=${uuid}`, 'AZURE_CLIENT_ID=00000000-0000-0000-0000-000000000000', 'AZURE_TENANT_ID=${TENANT}'],
} satisfies Samples;
