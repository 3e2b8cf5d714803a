import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import App from '@/App.vue'
import { i18n, setLanguage } from '@/i18n'
import { FakeEngine, json, problem } from './fakeEngine'
import { FakeSocket } from './fakeSocket'
import { agent, at, session } from './fixtures'

vi.mock('@/phone/jssipPhone', async () => ({ JsSipPhone: (await import('./fakePhone')).FakePhone }))

let engine: FakeEngine
let page: VueWrapper

const byId = (id: string) => page.find(`[data-testid="${id}"]`)

async function open(): Promise<void> {
  engine.session = session({ agent: agent({ agentNo: '2001', role: 'supervisor' }) })
  sessionStorage.setItem('voltline.token', 'token-1')
  page = mount(App, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
}

enableAutoUnmount(afterEach)

beforeEach(() => {
  engine = new FakeEngine()
  engine.install()
  FakeSocket.all = []
  vi.stubGlobal('WebSocket', FakeSocket)
  setLanguage('zh')
})

afterEach(() => vi.unstubAllGlobals())

it('shows which orders came late today, by whom, and the average of all', async () => {
  const order = { no: '20261121000001', type: 'fault-repair.outage', by: '1001', callId: 'vl1-1.1', at: at(0), afterSeconds: 218.4 }
  engine.on('GET /late-orders', () => json({ sent: 3, late: 1, averageSeconds: 95, orders: [order] }))
  await open()
  expect(byId('late-figures').text()).toContain('话后提交 3 张，其中超时 1 张')
  expect(byId('late-figures').text()).toContain('平均 1:35')
  expect(byId('late-order').text()).toContain('1001')
  expect(byId('late-order').text()).toContain('3:38')
})

it('tells that nothing could be asked, and shows no average on a day without orders', async () => {
  await open()
  expect(byId('late-figures').text()).not.toContain('平均')
  page.unmount()
  engine.on('GET /late-orders', () => problem('unavailable', 503))
  await open()
  expect(byId('wall-late-orders').text()).toContain('暂时不可用')
})
