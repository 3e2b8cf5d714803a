import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import App from '@/App.vue'
import type { Broadcast, BroadcastTally, DeskEvent } from '@/api/types'
import { byPress, holds, withReader } from '@/desk/broadcast'
import { i18n, setLanguage } from '@/i18n'
import { FakeEngine, json, problem } from './fakeEngine'
import { FakeSocket } from './fakeSocket'
import { agent, at, session } from './fixtures'

vi.mock('@/phone/jssipPhone', async () => ({ JsSipPhone: (await import('./fakePhone')).FakePhone }))

let engine: FakeEngine
let page: VueWrapper

const byId = (id: string) => page.find(`[data-testid="${id}"]`)
const all = (id: string) => page.findAll(`[data-testid="${id}"]`)
const supervisor = () => session({ agent: agent({ agentNo: '2001', role: 'supervisor' }) })
const broadcast = (of: Partial<Broadcast> = {}): Broadcast => ({
  id: 7,
  text: '十点系统升级',
  level: 'PLAIN',
  by: '2001',
  at: at(0),
  until: at(3600),
  ...of,
})
const tally = (of: Partial<BroadcastTally> = {}): BroadcastTally => ({
  ...broadcast(),
  read: [],
  unread: [
    { agentNo: '1001', name: '测试座席1001' },
    { agentNo: '1002', name: '测试座席1002' },
  ],
  ...of,
})
const done = (): Response => new Response(null, { status: 204 })

async function open(of = session()): Promise<void> {
  engine.session = of
  sessionStorage.setItem('voltline.token', 'token-1')
  page = mount(App, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
  FakeSocket.latest().accept()
  await flushPromises()
}

async function tell(event: DeskEvent): Promise<void> {
  FakeSocket.latest().tell(event)
  await flushPromises()
}

async function press(code: string): Promise<void> {
  window.dispatchEvent(new KeyboardEvent('keydown', { code, altKey: true }))
  await flushPromises()
}

enableAutoUnmount(afterEach)

beforeEach(() => {
  vi.setSystemTime(at(0))
  engine = new FakeEngine()
  engine.install()
  engine.on('GET /agents', () => json({ agents: [agent()] }))
  FakeSocket.all = []
  vi.stubGlobal('WebSocket', FakeSocket)
  setLanguage('zh')
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('stands on the desk at once, without taking the focus, until it is read by key', async () => {
  const read: string[] = []
  for (const id of [7, 8]) engine.on(`POST /broadcasts/${id}/read`, () => (read.push(`${id}`), done()))
  await open()
  const region = byId('broadcasts-status')
  expect(region.attributes('role')).toBe('status')
  const field = document.createElement('input')
  document.body.append(field)
  field.focus()

  await tell({ type: 'broadcast.sent', at: at(0), broadcast: broadcast() })
  await tell({ type: 'broadcast.sent', at: at(1), broadcast: broadcast({ id: 8, level: 'URGENT', text: '台风红色预警' }) })
  expect(document.activeElement).toBe(field)
  expect(region.text()).toContain('十点系统升级')
  expect(byId('broadcasts-alert').attributes('role')).toBe('alert')
  expect(byId('broadcasts-alert').text()).toContain('台风红色预警')

  await press('KeyU')
  await press('KeyU')
  expect(read).toEqual(['8', '7'])
  expect(all('broadcast')).toHaveLength(0)
  field.remove()
})

it('is there after a refresh, and goes when it is over, withdrawn, or read on another page', async () => {
  engine.on('GET /agents/me/broadcasts', () => json({ broadcasts: [7, 8, 9].map((id) => broadcast({ id })) }))
  await open()
  expect(all('broadcast')).toHaveLength(3)
  await tell({ type: 'broadcast.withdrawn', at: at(1), id: 8 })
  await tell({ type: 'broadcast.read', at: at(1), id: 9, reader: { agentNo: '1001', name: '测试座席1001', at: at(1) } })
  expect(all('broadcast')).toHaveLength(1)
  await tell({ type: 'queue.stats', at: at(3601), queues: [] })
  expect(all('broadcast')).toHaveLength(0)
})

it('leaves the desk when it ended before it was confirmed, and stays when that could not be kept', async () => {
  engine.on('GET /agents/me/broadcasts', () => json({ broadcasts: [broadcast()] }))
  engine.on('POST /broadcasts/7/read', () => problem('unavailable', 503))
  await open()
  await byId('broadcast-read').trigger('click')
  await flushPromises()
  expect(all('broadcast')).toHaveLength(1)
  engine.on('POST /broadcasts/7/read', () => problem('not-found', 404))
  await byId('broadcast-read').trigger('click')
  await flushPromises()
  expect(all('broadcast')).toHaveLength(0)
})

it('is written by a supervisor, to everybody, a queue or one agent', async () => {
  const sent: unknown[] = []
  engine.on('POST /broadcasts', (body) => (sent.push(body), json(tally(), 201)))
  const queue = { queue: 'fault', waiting: 0, longestWaitSeconds: 0, agentsIdle: 0, agentsRinging: 0, agentsTalking: 0, agentsBusy: 0 }
  engine.on('GET /wall', () => json({ at: at(0), agents: [agent()], queues: [queue], waiting: [] }))
  await open(supervisor())
  await byId('broadcast-new').trigger('click')
  await byId('broadcast-form').trigger('submit')
  expect(byId('broadcast-wrong').text()).toBe('请填写通知内容')
  await byId('broadcast-text').setValue('台区检修')
  await byId('broadcast-to-agent').setValue()
  await byId('broadcast-agent').setValue('1999')
  expect(byId('broadcast-wrong').text()).toBe('没有这个工号的座席')
  await byId('broadcast-to-queue').setValue()
  expect(byId('broadcast-wrong').text()).toBe('请选择队列')
  await byId('broadcast-queue').setValue('fault')
  await byId('broadcast-until').setValue('2020-01-01T00:00')
  expect(byId('broadcast-wrong').text()).toBe('截止时间须在现在之后')
  await byId('broadcast-until').setValue('')
  await byId('broadcast-level-URGENT').setValue()
  await byId('broadcast-form').trigger('submit')
  await flushPromises()
  expect(sent).toEqual([{ text: '台区检修', level: 'URGENT', queue: 'fault' }])
  expect(byId('broadcast-form').exists()).toBe(false)
})

it('shows the supervisor who has read it and who has not, and is withdrawn', async () => {
  engine.on('GET /broadcasts', () => json({ broadcasts: [tally()] }))
  await open(supervisor())
  expect(byId('broadcast-tally').text()).toBe('已读 0 / 2')
  expect(byId('broadcast-unread').text()).toContain('1001 测试座席1001')
  await tell({ type: 'broadcast.read', at: at(2), id: 7, reader: { agentNo: '1001', name: '测试座席1001', at: at(2) } })
  expect(byId('broadcast-tally').text()).toBe('已读 1 / 2')
  expect(byId('broadcast-unread').text()).not.toContain('1001')

  engine.on('POST /broadcasts/7/withdraw', () => {
    engine.on('GET /broadcasts', () => json({ broadcasts: [tally({ withdrawnAt: at(3) })] }))
    return done()
  })
  await byId('broadcast-withdraw').trigger('click')
  await flushPromises()
  expect(byId('sent-broadcast').text()).toContain('已撤回')
  expect(byId('broadcast-withdraw').exists()).toBe(false)
})

it('puts what presses first, and counts a reader once', () => {
  const urgent = broadcast({ id: 8, level: 'URGENT' })
  expect(byPress([broadcast(), urgent])).toEqual([urgent, broadcast()])
  const reader = { agentNo: '1001', name: '测试座席1001', at: at(1) }
  const once = withReader([tally(), tally({ id: 8 })], 7, reader)
  expect(once.map(({ read, unread }) => [read.length, unread.length])).toEqual([[1, 1], [0, 2]])
  expect(withReader(once, 7, reader)).toEqual(once)
  expect(holds(broadcast(), Date.parse(at(3599)))).toBe(true)
  expect(holds(broadcast(), Date.parse(at(3600)))).toBe(false)
  expect(holds(broadcast({ withdrawnAt: at(1) }), Date.parse(at(2)))).toBe(false)
})
