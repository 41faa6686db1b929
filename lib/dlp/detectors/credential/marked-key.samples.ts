import type { Samples } from '../../types.ts';

const hex = ['c41f7a', '9e20b6', 'd3580e', '71fa4c', '92d6b8', '05'].join(''); // 32, built here so that no token-like literal is committed
const mixed = ['Rk7', 'vQ2', 'xLm9', 'ZpT4', 'cWb8', 'NyH6', 'sJd3', 'GfE1', 'uKa5', 'Vi0o'].join('');
const upper = ['Q7RM2', 'X9KD4', 'T1WZ8', 'B6NH3', 'V5JC0', 'L2PY9', 'F4'].join('');
const uuid = ['5e1f27ab', '9c40', '4d7e', '8b63', '02fa91d8ce74'].join('-');
export default {
  hits: [
    `e2b_${hex}0d1e2f3a`,
    `my key is sk-${hex}.`,
    `{"key":"sk-${`${mixed}${mixed}`.slice(0, 48)}"}`,
    `dtn_${hex}${hex}`,
    `curl -H "x: jca_${mixed.slice(0, 36)}"`,
    `mlsn.${hex}${hex}`,
    `${uuid}:fx`,
    `pat ${mixed.slice(3, 25)}==:${mixed.slice(0, 32)}`,
    `api-${hex.toUpperCase()}`,
    `retool_01${hex.slice(0, 24)}`,
    `pk_${hex}7c`,
    `pk_4821337_${upper}`,
    `AQ.Ab8${mixed}${mixed.slice(0, 9)}`,
    `1//0g${mixed}_${mixed}`,
    `st.${hex.slice(0, 24)}.${hex}.${hex}`,
    `amzn1.oa2-cs.v1.${hex}${hex}`,
    `n8n_api_${hex}${hex}`,
    `APP_USR-4821337004821337-092311-${hex}-48213370`,
    `secret-token:${mixed}`,
    `${'A'.repeat(21)}MLhe${mixed}%2B${mixed}`,
    `SWMTKN-1-${upper.toLowerCase()}${upper.toLowerCase().slice(0, 18)}-${upper.toLowerCase().slice(7)}`,
    `uak_${mixed.slice(0, 20)}`,
  ],
  misses: [
    `e2b_${hex}`,
    `sk-${'a'.repeat(32)}`,
    'sk-your-key-goes-here-in-this-place-of-the-example',
    `disk-${hex}`,
    `${uuid}:fy`,
    `api-${'A'.repeat(32)}`,
    `my_jca_${mixed.slice(0, 36)}`,
    `jca_${mixed.slice(0, 35)}`,
    `pk_live_${hex.slice(0, 30)}`,
    'EXOTICALLY, prod:server|client, perm-unit.test.case',
    `key_${hex}`,
    `akab-${hex.slice(0, 16)}-${hex.slice(16)}.luna.akamaiapis.net`,
    'uak_this_is_no_key_of_it',
  ],
} satisfies Samples;
