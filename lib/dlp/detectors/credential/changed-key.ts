import { looksReal } from '../../placeholder.ts';
import type { Detector } from '../../types.ts';

/** Marks that nothing but a key of their service begins with. Those who give keys out make them longer now and then. */
const marks = [
  'AGE-SECRET-KEY-', 'apify_api_', 'ATATT3', 'ATCTT3', 'ATBB', 'BBDC-', 'bb_live_', 'bedrock-api-key-', 'cal_live_', 'CFPAT-', 'CLOJARS_', 'csk-', 'dapi',
  'dckr_oat_', 'dckr_pat_', 'dnkey-', 'doo_v1_', 'dop_v1_', 'dor_v1_', 'dp.ct.', 'dp.pt.', 'dp.sa.', 'dp.st.', 'dt0c01.', 'dt0s16.',
  'duffel_live_', 'EZAK', 'EZTK', 'figd_', 'fio-u-', 'FLWSECK', 'gho_', 'ghp_', 'ghr_', 'ghs_', 'ghu_', 'github_pat_', 'glagent-',
  'glc_', 'glcbt-', 'gldt-', 'glimt-', 'glpat-', 'glptt-', 'glrt-', 'glsa_', 'gloas-', 'GOCSPX-', 'gsk_', 'hvb.', 'hvr.', 'hvs.',
  'lin_api_', 'lin_oauth_', 'lsv2_pt_', 'lsv2_sk_', 'napi_', 'nfp_', 'npm_', 'NRAK-', 'ntn_', 'nvapi-', 'ops_', 'ory_pat_', 'ovsxat_',
  'pat-eu1-', 'pat-na1-', 'pcsk_', 'phs_', 'phx_', 'PMAK-', 'pnu_', 'pplx-', 'pscale_oauth_', 'pscale_pw_', 'pscale_tkn_', 'pul-',
  'r8_', 'rdme_', 'rk_live_', 'rk_test_', 'rubygems_', 'sbp_', 'secret_live_', 'sgp_', 'shippo_live_', 'shippo_test_', 'shpat_',
  'shpca_', 'shppa_', 'shpss_', 'sk-admin-', 'sk-ant-', 'sk-lf-', 'sk-or-', 'sk-proj-', 'sk-svcacct-', 'sk_live_', 'sk_test_',
  'sntrys_', 'sntryu_', 'sq0atp-', 'sq0csp-', 'tfp_', 'tgp_v1_', 'tskey-api-', 'tskey-auth-', 'tskey-client-', 'tvly-', 'vck_',
  'whsec_', 'xai-', 'xapp-', 'xau_', 'xkeysib-', 'xoxa-', 'xoxb-', 'xoxe-', 'xoxp-', 'xoxr-', 'xoxs-', 'xsmtpsib-', 'zpka_',
]; // prettier-ignore

const escape = (text: string) => text.replace(/\./g, '\\.');

/**
 * A key with a known mark in a length that its service has not documented: newer, older, or not copied whole.
 * https://docs.github.com/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 */
export const changedKey: Detector = {
  id: 'changed-key',
  title: 'Key of a service',
  category: 'credential',
  severity: 'high',
  confidence: 0.7,
  pattern: new RegExp(
    `(?<![\\w.+/-])(?:${marks.map(escape).join('|')})(?<body>[A-Za-z0-9_.+/-]{14,2000}(?<=[\\w-])={0,2})(?![\\w-])`,
    'g',
  ),
  anchors: marks.map((mark) => mark.toLowerCase()),
  verify: (_value, { groups = {} }) => isBody(groups['body'] ?? ''),
};

/** Names of variables and files begin with some of the marks too: `npm_config_…`. */
function isBody(body: string): boolean {
  const runs = body.match(/[A-Za-z0-9]{16,}/g) ?? [];
  return looksReal(body) && runs.some((run) => /\d/.test(run) && /[A-Za-z]/.test(run) && new Set(run).size >= 8);
}
