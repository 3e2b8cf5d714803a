import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import App from '@/App.vue'
import type { HandoverItem, QualityDraw } from '@/api/types'
import { i18n, setLanguage } from '@/i18n'
import { FakeEngine, json, problem } from './fakeEngine'
import { FakeSocket } from './fakeSocket'
import { agent, at, call, session } from './fixtures'

vi.mock('@/phone/jssipPhone', async () => ({ JsSipPhone: (await import('./fakePhone')).FakePhone }))

const item: HandoverItem = { callId: call().callId, workOrderNo: '20261121000009', since: at(-600) }
const draw: QualityDraw = { callId: call().callId, agentNo: '1001', reason: 'DISSATISFIED', drawnAt: at(-600) }

let engine: FakeEngine
let page: VueWrapper
let items: HandoverItem[]

const byId = (id: string) => page.find(`[data-testid="${id}"]`)
const click = async (id: string): Promise<void> => {
  await byId(id).trigger('click')
  await flushPromises()
}

async function open(role: 'supervisor' | 'quality'): Promise<void> {
  engine.session = session({ agent: agent({ agentNo: '2001', role, state: 'SIGNED_OUT' }) })
  sessionStorage.setItem('voltline.token', 'token-1')
  page = mount(App, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
  FakeSocket.latest().accept()
  await flushPromises()
}

enableAutoUnmount(afterEach)

beforeEach(() => {
  items = [item]
  engine = new FakeEngine()
  engine.install()
  engine.on('GET /handover', () => json({ items }))
  engine.on('GET /quality-draws', () => json({ draws: [draw] }))
  engine.on('GET /recordings', () => json({ recordings: call().recordings }))
  FakeSocket.all = []
  vi.stubGlobal('WebSocket', FakeSocket)
  setLanguage('zh')
})

afterEach(() => vi.unstubAllGlobals())

it('lets a shift leader take over what the shift before left', async () => {
  await open('supervisor')
  expect(byId('handover-item').text()).toContain('20261121000009')
  engine.on(`POST /handover/${item.callId}/confirm`, () => {
    items = []
    return json({ ...item, confirmedAt: at(0), confirmedBy: '2001' })
  })
  await click('handover-confirm')
  expect(byId('handover-item').exists()).toBe(false)
  expect(byId('recovery').text()).toContain('没有待确认')
})

it('says that somebody else was faster, and shows what is left', async () => {
  await open('supervisor')
  engine.on(`POST /handover/${item.callId}/confirm`, () => {
    items = []
    return problem('invalid-state', 409)
  })
  await click('handover-confirm')
  expect(document.body.textContent).toContain('已由其他班长确认')
  expect(byId('handover-item').exists()).toBe(false)
})

it('lets quality hear the calls that are drawn, and confirm nothing', async () => {
  await open('quality')
  expect(byId('quality-draw').text()).toContain('客户不满意')
  expect(byId('handover-confirm').exists()).toBe(false)
  await click('recordings-find')
  engine.on('GET /recordings/r-1/audio', () => new Response(new Blob(['RIFF'])))
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => undefined }))
  await click('recording-play')
  expect(byId('recording-audio').attributes('src')).toBe('blob:1')
})

it('tells why a recording is not played', async () => {
  await open('quality')
  await click('recordings-find')
  engine.on('GET /recordings/r-1/audio', () => problem('forbidden', 403))
  await click('recording-play')
  expect(byId('recovery').text()).toContain('您没有此项权限')
})

it('tells when it can not be read', async () => {
  engine.on('GET /handover', () => problem('unavailable', 503))
  await open('supervisor')
  expect(byId('recovery').text()).toContain('服务暂时不可用')
})
