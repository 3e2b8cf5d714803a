import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import ConnectionBar from '@/components/ConnectionBar.vue'
import { i18n } from '@/i18n'
import { useDesk } from '@/stores/desk'
import { FakeEngine } from './fakeEngine'
import { FakeSocket } from './fakeSocket'
import { agent, session } from './fixtures'

const pageOf = (program: string) => `<html><head><script type="module" crossorigin src="${program}"></script></head></html>`

let engine: FakeEngine

enableAutoUnmount(afterEach)

beforeEach(() => {
  setActivePinia(createPinia())
  engine = new FakeEngine()
  engine.install()
  FakeSocket.all = []
  vi.stubGlobal('WebSocket', FakeSocket)
  const own = new DOMParser().parseFromString(pageOf('/assets/index-1.js'), 'text/html').querySelector('script')
  vi.spyOn(document, 'querySelector').mockReturnValue(own)
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

async function backAfterALoss(): Promise<boolean> {
  const bar = mount(ConnectionBar, { global: { plugins: [i18n] } })
  vi.useFakeTimers()
  useDesk().watchFloor(session({ agent: agent({ role: 'supervisor' }) }))
  FakeSocket.latest().accept()
  await flushPromises()
  expect(bar.find('[data-testid="page-outdated"]').exists()).toBe(false)
  FakeSocket.latest().close()
  await vi.advanceTimersByTimeAsync(1_000)
  FakeSocket.latest().accept()
  vi.useRealTimers()
  await flushPromises()
  expect(bar.find('[data-testid="connection-lost"]').exists()).toBe(false)
  const told = bar.find('[data-testid="page-outdated"]').exists()
  useDesk().close()
  return told
}

it('a page that finds another program when the line is back says so', async () => {
  engine.on('GET /', () => new Response(pageOf('/assets/index-2.js')))
  expect(await backAfterALoss()).toBe(true)
})

it('a page that finds its own program says nothing', async () => {
  engine.on('GET /', () => new Response(pageOf('/assets/index-1.js')))
  expect(await backAfterALoss()).toBe(false)
})

it('a server that has no page to show is no upgrade', async () => {
  engine.on('GET /', () => new Response('starting', { status: 503 }))
  expect(await backAfterALoss()).toBe(false)
})
