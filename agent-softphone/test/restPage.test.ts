import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import App from '@/App.vue'
import type { Agent, DeskEvent, RestRequest } from '@/api/types'
import { i18n, setLanguage } from '@/i18n'
import { FakeEngine, json, problem } from './fakeEngine'
import { FakeSocket } from './fakeSocket'
import { agent, at, pop, session } from './fixtures'

vi.mock('@/phone/jssipPhone', async () => ({ JsSipPhone: (await import('./fakePhone')).FakePhone }))
vi.mock('@/phone/ringTone', () => ({ startRinging: () => () => undefined, beep: () => Promise.resolve() }))

let engine: FakeEngine
let page: VueWrapper

const byId = (id: string) => page.find(`[data-testid="${id}"]`)
const inBody = (id: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
const request = (of: Partial<RestRequest> = {}): RestRequest => ({
  agentNo: '1001',
  name: '测试座席1001',
  reason: 'SHORT_BREAK',
  minutes: 10,
  askedAt: at(0),
  until: at(300),
  ...of,
})
const talking = (of: Partial<Agent> = {}): Agent => agent({ state: 'TALKING', callId: pop().callId, ...of })

async function open(of = session()): Promise<void> {
  engine.session = of
  sessionStorage.setItem('voltline.token', 'token-1')
  page = mount(App, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
  FakeSocket.latest().accept()
  await flushPromises()
}

async function tell(event: DeskEvent): Promise<void> {
  engine.follow(event)
  FakeSocket.latest().tell(event)
  await flushPromises()
}

async function submitBusy(): Promise<void> {
  await byId('state-busy').trigger('click')
  inBody('busy-confirm')?.closest('form')?.dispatchEvent(new Event('submit'))
  await flushPromises()
}

async function click(id: string): Promise<void> {
  vi.setSystemTime(Date.now() + 1)
  inBody(id)?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
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
  vi.stubGlobal('navigator', {
    mediaDevices: Object.assign(new EventTarget(), {
      getUserMedia: () => Promise.resolve({ getTracks: () => [] }),
      enumerateDevices: () => Promise.resolve([{ kind: 'audioinput' }, { kind: 'audiooutput' }]),
    }),
  })
  setLanguage('zh')
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('takes the state that follows a call, and shows what is chosen', async () => {
  await open(session({ agent: talking(), currentCall: pop() }))
  expect(byId('agent-state-next').exists()).toBe(false)
  await byId('state-idle').trigger('click')
  await flushPromises()
  expect(engine.states).toEqual([{ state: 'IDLE' }])

  await tell({ type: 'agent.state', at: at(1), agent: talking({ next: { state: 'IDLE' } }) })
  expect(byId('agent-state-next').text()).toBe('通话后：空闲')
  expect(byId('state-idle').attributes('aria-pressed')).toBe('true')
  await tell({ type: 'agent.state', at: at(2), agent: talking({ next: { state: 'BUSY', reason: 'MEAL', minutes: 30 } }) })
  expect(byId('agent-state-next').text()).toBe('通话后：就餐 30 分钟')
  expect(byId('state-idle').attributes('aria-pressed')).toBe('false')
})

it('chooses a break for after the call by the same menu', async () => {
  await open(session({ agent: talking(), currentCall: pop() }))
  await byId('state-busy').trigger('click')
  expect(inBody('busy-confirm')?.textContent).toContain('通话后示忙')
  inBody('busy-confirm')?.closest('form')?.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(engine.states).toEqual([{ state: 'BUSY', reason: 'SHORT_BREAK', minutes: 10 }])
})

it('counts down what a break is meant to last, and then up what it is over', async () => {
  const away = (until: number): Agent => agent({ state: 'BUSY', reason: 'MEAL', stateSince: at(-60), stateUntil: at(until) })
  await open(session({ agent: away(90) }))
  await tell({ type: 'agent.state', at: at(0), agent: away(90) })
  expect(byId('agent-state-left').text()).toContain('1:30')
  await tell({ type: 'agent.state', at: at(0), agent: away(-75) })
  expect(byId('agent-state-left').exists()).toBe(false)
  expect(byId('agent-state-over').text()).toBe('已超时 1:15')
})

it('asks a supervisor when as many rest as may, and tells what became of it', async () => {
  await open()
  engine.on('PUT /agents/me/state', () => problem('too-many-resting', 409))
  const asked: unknown[] = []
  engine.on('POST /rest-requests', (body) => {
    asked.push(body)
    return json(request(), 201)
  })
  await submitBusy()
  expect(inBody('rest-full')?.textContent).toContain('人数已满')
  await click('rest-ask')
  expect(asked).toEqual([{ reason: 'SHORT_BREAK', minutes: 10 }])
  expect(byId('rest-asked').text()).toContain('小休 10 分钟')

  await tell({ type: 'rest.answered', at: at(9), request: request(), answer: 'DENIED', by: '2001' })
  expect(byId('rest-asked').exists()).toBe(false)
  expect(byId('rest-outcome').text()).toContain('班长 2001 未批准')
  await click('rest-seen')
  expect(byId('rest-outcome').exists()).toBe(false)
})

it('offers what administrators offer, by their names, from the moment they change it', async () => {
  await open()
  await tell({
    type: 'reasons.changed',
    at: at(0),
    reasons: [
      { reason: 'MEAL', offered: true, name: { zh: '用餐', en: 'Lunch' }, longestMinutes: 5, approval: false },
      { reason: 'SHORT_BREAK', offered: false, approval: false },
    ],
  })
  engine.on('GET /busy-reasons', () => problem('unavailable', 503))
  await submitBusy()
  expect(document.querySelectorAll('[data-testid^="busy-reason-"]')).toHaveLength(1)
  expect(engine.states).toEqual([{ state: 'BUSY', reason: 'MEAL', minutes: 5 }])
  await tell({ type: 'agent.state', at: at(1), agent: agent({ state: 'BUSY', reason: 'MEAL' }) })
  expect(byId('agent-state').text()).toContain('用餐')
})

it('asks a supervisor at once for what needs approval', async () => {
  const asked: unknown[] = []
  engine.on('GET /busy-reasons', () => json({ reasons: [{ reason: 'TRAINING', offered: true, approval: true }] }))
  engine.on('POST /rest-requests', (body) => {
    asked.push(body)
    return json(request({ reason: 'TRAINING' }), 201)
  })
  await open()
  await byId('state-busy').trigger('click')
  await flushPromises()
  expect(inBody('busy-confirm')).toBeNull()
  expect(inBody('rest-full')?.textContent).toContain('须班长批准')
  await click('rest-ask')
  expect(asked).toEqual([{ reason: 'TRAINING', minutes: 10 }])
  expect(engine.states).toEqual([])
})

it('shows after a refresh what is still asked for, and takes it back', async () => {
  engine.on('GET /rest-requests', () => json({ requests: [request()] }))
  let withdrawn = 0
  engine.on('DELETE /rest-requests', () => {
    withdrawn++
    return new Response(null, { status: 204 })
  })
  await open()
  await tell({ type: 'queue.stats', at: at(60), queues: [] })
  expect(byId('rest-asked').text()).toContain('4:00')
  await click('rest-withdraw')
  expect(withdrawn).toBe(1)
  await tell({ type: 'rest.answered', at: at(61), request: request(), answer: 'WITHDRAWN' })
  expect(byId('rest-asked').exists()).toBe(false)
  expect(byId('rest-outcome').exists()).toBe(false)
})

it('stands on the wall until a supervisor answers', async () => {
  const answers: unknown[] = []
  engine.on('POST /rest-requests/1001/answer', (body) => {
    answers.push(body)
    return answers.length === 1 ? new Response(null, { status: 204 }) : problem('not-found', 404)
  })
  await open(session({ agent: agent({ agentNo: '2001', role: 'supervisor' }) }))
  expect(byId('wall-rests').exists()).toBe(false)
  await tell({ type: 'rest.asked', at: at(0), request: request() })
  expect(byId('rest-request').text()).toContain('测试座席1001')
  await click('rest-grant')
  await click('rest-deny')
  expect(answers).toEqual([{ granted: true }, { granted: false }])
  expect(document.body.textContent).toContain('已有其他班长答复')
  await tell({ type: 'rest.answered', at: at(1), request: request(), answer: 'GRANTED', by: '2001' })
  expect(byId('wall-rests').exists()).toBe(false)
  expect(byId('rest-outcome').exists()).toBe(false)
})
