import { isRandom, looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * Keys that begin with a mark of their service and have no check of their own. A row is the mark, in letters, and what follows it; behind
 * it stands where the issuer shows the format.
 */
const marks: readonly (readonly [mark: string, body: string])[] = [
  ['AIK_CI_', '[A-Za-z0-9]{20,64}'], // https://help.aikido.dev/pr-and-release-gating/cli-for-pr-and-release-gating/aikido-ci-api
  ['AIK_SECRET_', '[A-Za-z0-9]{64}'], // https://apidocs.aikido.dev/reference/authorization
  ['ak_', '[\\w-]{20}'], // https://docs.composio.dev/
  ['akab-', '[a-z0-9]{16}-[a-z0-9]{16}(?!\\.)'], // https://techdocs.akamai.com/developer/docs/edgegrid
  ['alcht_', '[A-Za-z0-9]{30}'], // https://www.alchemy.com/docs
  ['amzn1.oa2-cs.v1.', '[0-9a-f]{64}'], // https://developer.amazon.com/docs/login-with-amazon/documentation-overview.html
  ['Atza|', '[A-Za-z0-9_-]{80,2000}'], // https://developer.amazon.com/docs/login-with-amazon/access-token.html
  ['Atzr|', '[A-Za-z0-9_-]{80,2000}'], // https://developer.amazon.com/docs/login-with-amazon/refresh-token.html
  ['APP_USR-', '\\d{10,20}-\\d{6}-[0-9a-f]{32}(?:-\\d{5,12})?'], // https://www.mercadopago.com.ar/developers/en/docs/your-integrations/credentials
  ['api-', '(?=[A-F]*\\d)[A-F0-9]{32}'], // https://developers.smtp2go.com/docs/getting-started
  ['AQ.Ab', '[A-Za-z0-9_-]{40,80}'], // https://cloud.google.com/docs/authentication/api-keys
  ['AQE', '[a-z][A-Za-z0-9+/=]{60,160}-[A-Za-z0-9+/=]{40,60}-[!-~]{16}'], // https://docs.adyen.com/development-resources/api-credentials/
  ['ATTA', '[0-9a-f]{64}[A-F0-9]{8}'], // https://support.atlassian.com/trello/docs/authorizing-apps/
  ['bb_live_', '[\\w-]{27}'], // https://docs.browserbase.com/reference/api/overview
  ['cal_live_', '[A-Za-z0-9]{32}'], // https://cal.com/docs/api-reference/v2/introduction
  ['ck_', '[\\w-]{20}'], // https://docs.composio.dev/
  ['cnvca', '[\\w-]{51}'], // https://www.canva.dev/docs/connect/authentication/
  ['configcat-sdk-1/', '[\\w-]{22}\\/[\\w-]{22}'], // https://configcat.com/docs/sdk-reference/overview/
  ['cr-', '[0-9a-f]{58}'], // https://docs.coderabbit.ai/api/api-reference
  ['dbtc_', '[\\w-]{30,80}'], // https://docs.getdbt.com/docs/dbt-cloud-apis/service-tokens
  ['dbtu_', '[\\w-]{30,80}'], // https://docs.getdbt.com/docs/dbt-cloud-apis/user-tokens
  ['dG9rO', '[A-Za-z0-9+/]{50,80}={0,2}'], // https://developers.intercom.com/docs/build-an-integration/learn-more/authentication
  ['dtn_', '[0-9a-f]{64}'], // https://www.daytona.io/docs/en/api-keys/
  ['e2b_', '[0-9a-f]{40}'], // https://e2b.dev/docs/getting-started/api-key
  ['endr+', '[A-Za-z0-9-]{16}'], // https://docs.endorlabs.com/rest-api/authentication/
  ['esecret_', '[a-z0-9]{20,48}'], // https://docs.anyscale.com/
  ['essu_', '[A-Za-z0-9+/]{90,92}={0,2}'], // https://www.elastic.co/docs/api/doc/elastic-cloud-serverless/authentication
  ['EXO', '[0-9a-f]{24}'], // https://community.exoscale.com/documentation/api/auth/
  ['flp_', '[A-Za-z0-9]{46}'], // https://docs.friendli.ai/reference/authentication
  ['hxtp_', '[0-9a-f]{32,128}'], // https://learn.hex.tech/docs/api/api-overview
  ['hxtw_', '[0-9a-f]{32,128}'], // https://learn.hex.tech/docs/api/api-overview
  ['IGQV', '[A-Za-z0-9_-]{80,400}'], // https://developers.facebook.com/docs/instagram-platform
  ['inc_production_', '[0-9a-f]{64}'], // https://api-docs.incident.io/
  ['jca_', '[A-Za-z0-9]{36}'], // https://jumpcloud.com/support/jumpcloud-apis1
  ['KGAT_', '[0-9a-f]{32}'], // https://www.kaggle.com/docs/api
  ['key_', '[0-9a-f]{64}(?:[0-9a-f]{64})?'], // https://cursor.com/docs/cloud-agent/api/endpoints, https://docs.dev.runwayml.com/
  ['llx-', '[A-Za-z0-9]{48}'], // https://docs.cloud.llamaindex.ai/
  ['Mid-server-', '[\\w-]{20,40}'], // https://docs.midtrans.com/docs/midtrans-account
  ['mlsn.', '[0-9a-f]{64}'], // https://developers.mailersend.com/general.html#authentication
  ['n8n_api_', '[0-9a-f]{40,160}'], // https://docs.n8n.io/api/authentication/
  ['nbp_', '[A-Za-z0-9]{36,40}'], // https://docs.netbird.io/how-to/access-netbird-public-api
  ['NF-', '[A-Za-z0-9]{32}'], // https://help.nightfall.ai/
  ['nyk_v0_', '[A-Za-z0-9]{50,80}'], // https://developer.nylas.com/docs/v3/auth/
  ['oak_', '[\\w-]{20}'], // https://docs.composio.dev/
  ['ory_at_', '[\\w-]{40,48}\\.[\\w-]{40,48}'], // https://www.ory.sh/docs/oauth2-oidc
  ['ory_rt_', '[\\w-]{40,48}\\.[\\w-]{40,48}'], // https://www.ory.sh/docs/oauth2-oidc
  ['ory_pat_', '[A-Za-z0-9]{32}'], // https://www.ory.sh/docs/concepts/personal-access-token
  ['ory_st_', '[A-Za-z0-9]{32}'], // https://www.ory.sh/docs/kratos/session-management/overview
  ['pat_', '[A-Za-z0-9]{64}'], // https://www.coze.com/docs/developer_guides/pat
  ['sat_', '[A-Za-z0-9]{64}'], // https://www.coze.com/docs/developer_guides/authentication
  ['perm-', '[A-Za-z0-9+/=]{4,100}\\.[A-Za-z0-9+/=]{4,100}\\.[A-Za-z0-9]{24,64}'], // https://www.jetbrains.com/help/youtrack/devportal/Manage-Permanent-Token.html
  ['perm:', '[A-Za-z0-9+/=]{4,100}\\.[A-Za-z0-9+/=]{4,100}\\.[A-Za-z0-9]{24,64}'], // https://www.jetbrains.com/help/youtrack/devportal/Manage-Permanent-Token.html
  ['pina_', '[A-Za-z0-9]{32,64}'], // https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/
  ['pk_', '[0-9a-f]{34}'], // https://developers.klaviyo.com/en/docs/authenticate_
  ['pk_', '\\d{5,12}_[A-Z0-9]{32}'], // https://developer.clickup.com/docs/authentication
  ['prod:', '[a-z0-9-]{3,60}\\|[A-Za-z0-9+/=]{40,400}'], // https://docs.convex.dev/cli/deploy-key-types
  ['retool_01', '[a-z0-9]{24}'], // https://docs.retool.com/org-users/guides/retool-api/authentication
  ['rpa_', '[A-Za-z0-9]{40,50}'], // https://docs.runpod.io/get-started/api-keys
  ['salad_cloud_', '(?:user|org)_[A-Za-z0-9]{40,64}'], // https://docs.salad.com/reference/saladcloud-api/api-usage
  ['sec-c-', '[A-Za-z0-9]{48,72}={0,2}'], // https://www.pubnub.com/docs/general/security/access-control
  ['secret-token:', '[A-Za-z0-9._~%+-]{20,200}'], // https://www.rfc-editor.org/rfc/rfc8959
  ['signkey-prod-', '[0-9a-f]{32,64}'], // https://www.inngest.com/docs/platform/signing-keys
  ['sk-', '[0-9a-f]{32}'], // https://api-docs.deepseek.com/, https://help.aliyun.com/zh/model-studio/get-api-key
  ['sk-', '[A-Za-z0-9]{48}'], // https://platform.moonshot.ai/docs/api/, https://platform.stability.ai/docs/getting-started/authentication
  ['sk-helicone-', '[a-z0-9-]{20,48}'], // https://docs.helicone.ai/helicone-headers/helicone-auth
  ['sk_car_', '[A-Za-z0-9]{20,48}'], // https://docs.cartesia.ai/get-started/authenticate-your-client-applications
  ['sk_prod_', '[\\w-]{60,120}'], // https://liveblocks.io/docs/authentication
  ['sk_production_', '[A-Za-z0-9]{24,400}'], // https://docs.crossmint.com/introduction/platform/api-keys
  ['sk_staging_', '[A-Za-z0-9]{24,400}'], // https://docs.crossmint.com/introduction/platform/api-keys
  ['sk_V2_', '\\w{30,80}'], // https://docs.heygen.com/reference/authentication
  ['sktsec_', '[\\w-]{30,80}'], // https://docs.socket.dev/docs/api-keys
  ['slk_', '[0-9a-f]{64}'], // https://sourcegraph.com/docs/cody/core-concepts/cody-gateway
  ['st.', '[0-9a-f]{24}\\.[0-9a-f]{32}\\.[0-9a-f]{32}'], // https://infisical.com/docs/documentation/platform/token
  ['sup_sk_', '[A-Za-z0-9]{24,48}'], // https://developer.sumup.com/tools/authorization/api-keys/
  ['SWMKEY-1-', '[A-Za-z0-9+/]{43}'], // https://docs.docker.com/engine/swarm/swarm_manager_locking/
  ['SWMTKN-1-', '[0-9a-z]{50}-[0-9a-z]{25}'], // https://docs.docker.com/engine/swarm/join-nodes/
  ['tr_prod_', '[A-Za-z0-9]{20,24}'], // https://trigger.dev/docs/apikeys
  ['tr_dev_', '[A-Za-z0-9]{20,24}'], // https://trigger.dev/docs/apikeys
  ['uak_', '[\\w-]{20}'], // https://docs.composio.dev/
  ['ucat_', '[A-Z0-9]{26}'], // https://developers.upcloud.com/1.3/
  ['vercel_blob_rw_', '[A-Za-z0-9]{16}_[A-Za-z0-9]{30}'], // https://vercel.com/docs/vercel-blob/using-blob-sdk
  ['wandb_v1_', '\\w{40,100}'], // https://docs.wandb.ai/
  ['wave_sn_prod_', '[\\w-]{30,80}'], // https://docs.wave.com/
  ['web_', '[0-9a-f]{64}'], // https://www.browserstack.com/docs/percy/integrate/environment-variables
  ['WPL_AP1.', '[A-Za-z0-9]{16}\\.[A-Za-z0-9+/]{4,8}={0,2}'], // https://learn.microsoft.com/linkedin/shared/authentication/authentication
  ['1//0', '[A-Za-z0-9_-]{40,120}'], // https://developers.google.com/identity/protocols/oauth2
];

/** Those whose end is their mark, or whose middle is. */
const others = [
  `${uuid}:fx`, // https://developers.deepl.com/docs/getting-started/auth
  '[A-Za-z0-9+/]{22}==:[A-Za-z0-9]{32}', // https://help.tableau.com/current/server/en-us/security_personal_access_tokens.htm
  'AAAAAAAAAAAAAAAAAAAA(?=[A-Za-z0-9]{1,60}%[23][BDF])[A-Za-z0-9%]{60,140}', // https://docs.x.com/fundamentals/authentication/oauth-2-0/application-only
];

/** The marks are also ends or parts of ordinary names: what follows must be what only a generator makes. */
const isWeak = /^(?:[ou]?ak_|api-|ck_|cnvca|EXO|NF-|p[ak]t?_|sat_|prod:|sk[-_]|secret-token|endr|1\/\/)/;

const escape = (text: string) => text.replace(/[.|+/]/g, '\\$&');

/**
 * Keys of services that are known by a mark in front of them.
 * https://docs.github.com/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 */
export const markedKey: Detector = {
  id: 'marked-key',
  title: 'Key of a service',
  category: 'credential',
  severity: 'high',
  pattern: new RegExp(
    `(?<![\\w.+-])(?:${marks.map(([mark, body]) => escape(mark) + body).join('|')}|${others.join('|')})(?![\\w-])`,
    'g',
  ),
  anchors: [...new Set(marks.map(([mark]) => mark.toLowerCase())), ':fx', '==:', 'a'.repeat(20)],
  verify: (value) =>
    looksReal(value.replace(/^A+/, '')) && (!isWeak.test(value) || isRandom(value.replace(isWeak, ''))),
};
