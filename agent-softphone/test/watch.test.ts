import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import App from '@/App.vue'
import { i18n, setLanguage } from '@/i18n'
import { FakeEngine, json, problem } from './fakeEngine'
import { FakePhone } from './fakePhone'
import { FakeSocket } from './fakeSocket'
import { agent, at, brokenPromise, routing, session } from './fixtures'

vi.mock('@/phone/jssipPhone', async () => ({ JsSipPhone: (await import('./fakePhone')).FakePhone }))

const SUPERVISOR = agent({ agentNo: '2001', name: '测试班长2001', role: 'supervisor', state: 'SIGNED_OUT' })

let engine: FakeEngine
let page: VueWrapper

const byId = (id: string) => page.find(`[data-testid="${id}"]`)
const rows = () => page.findAll('[data-testid="broken-promise"]')
const drawer = () => document.querySelector('[data-testid="routing-drawer"]')?.textContent ?? ''

enableAutoUnmount(afterEach)

beforeEach(async () => {
  engine = new FakeEngine()
  engine.session = session({ agent: SUPERVISOR })
  engine.install()
  engine.on('GET /broken-promises', () => json({ brokenPromises: [brokenPromise()] }))
  engine.on(`GET /calls/${brokenPromise().callId}/routing`, () => json(routing()))
  FakeSocket.all = []
  FakePhone.last = undefined
  vi.stubGlobal('WebSocket', FakeSocket)
  sessionStorage.setItem('voltline.token', 'token-1')
  setLanguage('zh')
  page = mount(App, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
  FakeSocket.latest().accept()
  await flushPromises()
})

afterEach(() => vi.unstubAllGlobals())

it('whoever takes no calls has no states, and a phone to come into talks with', () => {
  expect(FakePhone.last?.done).toEqual([])
  expect(byId('state-idle').exists()).toBe(false)
  expect(byId('agent-state').exists()).toBe(false)
  expect(byId('call-panel').exists()).toBe(false)
  expect(byId('sign-out').exists()).toBe(true)
})

it('a broken promise is seen as it happens, above those of before', async () => {
  const now = brokenPromise({ callId: 'vl1-new', at: at(60), cause: 'ALL_BUSY', caller: '' })
  FakeSocket.latest().tell({ type: 'promise.broken', ...now })
  await flushPromises()
  expect(rows().map((row) => row.attributes('data-cause'))).toEqual(['ALL_BUSY', 'AGENT_SILENT'])
  expect(rows()[0]?.text()).toContain('座席全忙')
  expect(rows()[0]?.text()).toContain('未显示号码')
  expect(rows()[1]?.text()).toContain('000****0009')
  await byId('lang-switch').trigger('click')
  expect(rows()[0]?.text()).toContain('All agents busy')
})

it('what was broken while the line was down is read when it is back', async () => {
  vi.useFakeTimers()
  FakeSocket.latest().close()
  engine.on('GET /broken-promises', () =>
    json({ brokenPromises: [brokenPromise({ callId: 'vl1-missed', at: at(90) }), brokenPromise()] }),
  )
  await vi.advanceTimersByTimeAsync(500)
  vi.useRealTimers()
  FakeSocket.latest().accept()
  await flushPromises()
  expect(rows().map((row) => row.attributes('data-call-id'))).toEqual(['vl1-missed', brokenPromise().callId])
})

it('the routing of a call says who was chosen, who was not, and why', async () => {
  await rows()[0]?.find('[data-testid="broken-why"]').trigger('click')
  await flushPromises()
  expect(drawer()).toContain('已于第 12.0 秒超时：座席振铃未接')
  expect(drawer()).toContain('振铃 1011，最长 7.8 秒')
  expect(drawer()).toContain('综合 3 级以上')
  expect(drawer()).toContain('1012 不空闲')
  expect(drawer()).toContain('承诺已超 0.5 秒')
  expect(drawer()).toContain('另有 7 名座席未列出')
  expect(drawer()).toContain('1011 振铃 7.8 秒')
  expect(drawer()).toContain('综合服务 → 语音留言')
})

it('routing that cannot be read says so', async () => {
  engine.on(`GET /calls/${brokenPromise().callId}/routing`, () => problem('unavailable', 503))
  await rows()[0]?.find('[data-testid="broken-why"]').trigger('click')
  await flushPromises()
  expect(drawer()).toContain('服务暂时不可用')
})
