import { defineConfig } from 'wxt';
import { managedFields } from './lib/contract/managed.ts';
import { staticRules } from './lib/network/closed-rules.ts';
import { hostPermissions, permissions } from './permissions.ts';
import { prebuiltPlugin } from './scripts/prebuilt.mjs';

/** Public half of the development key: it fixes the extension id of unpacked builds. The private half is not kept. */
const developmentKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzSUSqd6y2c4pKVF8rlDLP0rR51Id0D68Qb5HVa7w4LJ8Wy7AD6SFsIsmdGd37ZvmxeR/9UDo849znS86diguKIbSq6yv+wzs1UdnEYM+BWuX+3Lzvvk2yxsSdV01USF0kIbAcKhYp68oOa//FjhrC2kwytBR8vaXzKcT2zaNjCizT/KLUTEOZTC3XaWrVT1Ctk30R5zk1JdPCUJjotXc/kGyYTwhTNMARGB7XYAfcRusPfDIQu784OStm1OAAoVyDIFAl87igvJUXS/s58s+ilBYkgMCO3fftmzmQ/2YEgMAztb5Gleh8jQpVU8NJRPFKWgYgIwc6Evnf9ZQP8Ts8wIDAQAB';

/** Ed25519 in WebCrypto (137) and promises from blocking listeners are used; older versions are not tried. */
const minimumChromeVersion = '137';

const managedSchema = {
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(managedFields).map(([key, { type, title }]) => [key, { type, description: title }]),
  ),
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDir: process.env['SLUICE_OUT'] ?? '.output',
  modules: ['@wxt-dev/module-react'],
  // The worker for documents brings the reader of PDFs only when there is one: that takes modules.
  vite: () => ({ plugins: [prebuiltPlugin], worker: { format: 'es', plugins: () => [prebuiltPlugin] } }),
  suppressWarnings: { firefoxDataCollection: true },
  manifest: ({ browser }) => ({
    name: 'Sluice',
    description: 'Safe ChatGPT use at work: catches secrets before they are sent.',
    // Firefox has no such pages, and needs none.
    permissions: Object.keys(permissions).filter((name) => browser !== 'firefox' || name !== 'offscreen'),
    host_permissions: hostPermissions.flatMap(({ hosts }) => hosts),
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    declarative_net_request: { rule_resources: [{ id: 'closed', enabled: true, path: 'rules.json' }] },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src https: http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'; " +
        // The background of Firefox is a page, which holds the one that reads documents; in Chromium that one holds a sandboxed page.
        (browser === 'firefox'
          ? "frame-src 'self'; frame-ancestors 'self'"
          : "frame-src 'self'; frame-ancestors 'none'"),
      // Documents are read in it: no origin, no network, nothing of the extension.
      ...(browser === 'firefox' ? {} : { sandbox: "sandbox allow-scripts; default-src 'none'; script-src 'self'" }),
    },
    ...(browser === 'firefox'
      ? { browser_specific_settings: { gecko: { id: 'sluice@sluice.example', strict_min_version: '140.0' } } }
      : {
          key: developmentKey,
          minimum_chrome_version: minimumChromeVersion,
          storage: { managed_schema: 'managed-schema.json' },
        }),
  }),
  hooks: {
    'build:publicAssets'(wxt, assets) {
      const family = wxt.config.browser === 'firefox' ? 'firefox' : 'chrome';
      assets.push(
        { relativeDest: 'rules.json', contents: JSON.stringify(staticRules(family), null, 2) },
        { relativeDest: 'managed-schema.json', contents: JSON.stringify(managedSchema, null, 2) },
      );
    },
  },
});
