import type { Samples } from '../../types.ts';

const mixed = ['Rk7', 'vQ2', 'xLm9', 'ZpT4', 'cWb8', 'NyH6', 'sJd3', 'GfE1', 'uKa5', 'Vi0o'].join(''); // 38, built here so that no token-like literal is committed
const key = (mark: string, body: string) => [mark, body].join('');
export default {
  hits: [
    key('r8_', `${mixed}Q4w`),
    `the new one is ${key('CFPAT-', `${mixed}${mixed}`)}.`,
    key('shippo_live_', mixed),
    `{"key":"${key('sk-ant-', `api7-${mixed}`)}"}`,
    key('npm_', mixed.slice(0, 24)),
    `export TOKEN=${key('ghp_', mixed.slice(0, 20))}`,
  ],
  misses: [
    'npm_config_registry_of_the_company_2024',
    'npm_package_dependencies_typescript5',
    key('sk-ant-', 'your-key-goes-here-in-this-place'),
    key('ghp_', 'x'.repeat(36)),
    key('glpat-', 'aaaaaaaaaaaaaaaaaaaa'),
    `xghp_${mixed}`,
    key('ghp_', mixed.slice(0, 12)),
  ],
} satisfies Samples;
