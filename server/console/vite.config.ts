import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: fileURLToPath(new URL('../../.output/console', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0, // the content policy allows no inline code
    modulePreload: false,
  },
});
