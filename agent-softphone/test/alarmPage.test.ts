import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import App from '@/App.vue'
import type { Alarm, DeskEvent } from '@/api/types'
import { begun, isGrave } from '@/desk/alarm'
import { i18n, setLanguage } from '@/i18n'
import { beep } from '@/phone/ringTone'
import { FakeEngine, json, problem } from './fakeEngine'
import { FakeSocket } from './fakeSocket'
import { agent, at, session } from './fixtures'

vi.mock('@/phone/jssipPhone', async () => ({ JsSipPhone: (await import('./fakePhone')).FakePhone }))
vi.mock('@/phone/ringTone', () => ({ startRinging: () => () => undefined, beep: vi.fn(() => Promise.resolve()) }))

let engine: FakeEngine
let page: VueWrapper

const byId = (id: string) => page.find(`[data-testid="${id}"]`)
const all = (id: string) => page.findAll(`[data-testid="${id}"]`)
const broken = (of: Partial<Alarm> = {}): Alarm => ({
  kind: 'PROMISE_BROKEN',
  about: 'QUEUE',
  subject: 'fault',
  since: at(0),
  ...of,
})
const rest = (of: Partial<Alarm> = {}): Alarm => broken({ kind: 'REST_TOO_LONG', about: 'AGENT', subject: '1001', ...of })
const queue = {
  queue: 'fault',
  waiting: 1,
  longestWaitSeconds: 13,
  agentsIdle: 0,
  agentsRinging: 0,
  agentsTalking: 0,
  agentsBusy: 0,
}

async function open(): Promise<void> {
  engine.session = session({ agent: agent({ agentNo: '2001', role: 'supervisor' }) })
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

enableAutoUnmount(afterEach)

beforeEach(() => {
  vi.setSystemTime(at(0))
  vi.mocked(beep).mockClear()
  localStorage.removeItem('voltline.alarmSound')
  engine = new FakeEngine()
  engine.install()
  engine.on('GET /wall', () => json({ at: at(0), agents: [agent()], queues: [queue], waiting: [] }))
  FakeSocket.all = []
  vi.stubGlobal('WebSocket', FakeSocket)
  setLanguage('zh')
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('stands on top of the wall with since when and what to do, and goes when it clears', async () => {
  engine.on('GET /alarms', () => json({ alarms: [broken()] }))
  await open()
  await tell({ type: 'alarms', at: at(65), alarms: [broken(), rest({ since: at(60) })] })
  expect(all('alarm').map((row) => row.attributes('data-kind'))).toEqual(['PROMISE_BROKEN', 'REST_TOO_LONG'])
  expect(byId('alarm').text()).toContain('1:05')
  expect(byId('alarm').text()).toContain('移到其他队列')
  expect(byId('wall-alarms').get('[role=status]').text()).toContain('休息超时')
  await tell({ type: 'alarms', at: at(66), alarms: [] })
  expect(all('alarm')).toHaveLength(0)
  expect(byId('wall-alarms').text()).toContain('没有告警')
})

it('leads to the queue or the agent it is about', async () => {
  await open()
  await tell({ type: 'alarms', at: at(0), alarms: [broken(), rest()] })
  const [toQueue, toAgent] = all('alarm-go')
  await toQueue?.trigger('click')
  expect(document.activeElement?.getAttribute('data-queue')).toBe('fault')
  await toAgent?.trigger('click')
  await flushPromises()
  expect(document.querySelector('[data-testid="agent-acts"]')?.textContent).toContain('1001')
})

it('is taken care of by somebody, whose number stands there', async () => {
  const sent: unknown[] = []
  engine.on('POST /alarms/acknowledge', (body) => {
    sent.push(body)
    return sent.length === 1 ? new Response(null, { status: 204 }) : problem('not-found', 404)
  })
  await open()
  await tell({ type: 'alarms', at: at(0), alarms: [broken()] })
  await byId('alarm-acknowledge').trigger('click')
  await flushPromises()
  expect(sent).toEqual([{ kind: 'PROMISE_BROKEN', subject: 'fault' }])
  await tell({ type: 'alarms', at: at(1), alarms: [broken({ acknowledgedBy: '2001', acknowledgedAt: at(1) })] })
  expect(byId('alarm-by').text()).toContain('2001')
  expect(byId('alarm-acknowledge').exists()).toBe(false)
  await tell({ type: 'alarms', at: at(2), alarms: [broken({ since: at(2) })] })
  await byId('alarm-acknowledge').trigger('click')
  await flushPromises()
  expect(document.body.textContent).toContain('该告警已解除')
})

it('sounds only where that was chosen, once for each that begins', async () => {
  await open()
  await tell({ type: 'alarms', at: at(0), alarms: [broken()] })
  expect(beep).not.toHaveBeenCalled()
  await byId('alarm-sound').get('input').trigger('click')
  await flushPromises()
  expect(localStorage.getItem('voltline.alarmSound')).toBe('on')
  await tell({ type: 'alarms', at: at(1), alarms: [broken({ acknowledgedBy: '2001', acknowledgedAt: at(1) })] })
  expect(beep).not.toHaveBeenCalled()
  await tell({ type: 'alarms', at: at(2), alarms: [broken(), rest()] })
  expect(beep).toHaveBeenCalledTimes(1)
})

it('shows those of today with who cared and when they were over', async () => {
  engine.on('GET /alarms/today', () =>
    json({ alarms: [rest(), broken({ acknowledgedBy: '2001', acknowledgedAt: at(3), clearedAt: at(9) })] }),
  )
  await open()
  const details = byId('alarms-today').element.parentElement as HTMLDetailsElement
  details.open = true
  details.dispatchEvent(new Event('toggle'))
  await flushPromises()
  const rows = all('past-alarm').map((row) => row.text())
  expect(rows[0]).toContain('未解除')
  expect(rows[1]).toContain('2001')
})

it('knows what is new and what is grave', () => {
  expect(begun([broken(), rest()], [broken({ acknowledgedBy: '2001' })])).toEqual([rest()])
  expect(begun([broken({ since: at(5) })], [broken()])).toHaveLength(1)
  expect([broken(), rest()].map(isGrave)).toEqual([true, false])
})
