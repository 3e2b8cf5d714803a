import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import elementPlus from 'unplugin-element-plus/vite'
import { defineConfig } from 'vitest/config'

const engine = process.env['VOLTLINE_ENGINE'] ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [vue(), elementPlus({})],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  build: { target: 'es2022', chunkSizeWarningLimit: 1024 },
  server: {
    proxy: {
      '/api': { target: engine, ws: true },
      '/sip': { target: engine, ws: true },
    },
  },
  test: {
    environment: 'happy-dom',
    testTimeout: 20_000,
    // By itself it leaves a core idle, of two that is half.
    maxWorkers: '100%',
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
})
