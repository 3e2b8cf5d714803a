import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '@/App.vue'
import { i18n, setLanguage } from '@/i18n'
import { showTheme } from '@/theme'
import { FakeEngine, json, problem } from './fakeEngine'
import { FakePhone } from './fakePhone'
import { FakeSocket } from './fakeSocket'
import { agent, at, NOW, routing, session, waitingCall, wallQueue } from './fixtures'

vi.mock('@/phone/jssipPhone', async () => ({ JsSipPhone: (await import('./fakePhone')).FakePhone }))

let engine: FakeEngine
let page: VueWrapper

const byId = (id: string) => page.find(`[data-testid="${id}"]`)
const all = (id: string) => page.findAll(`[data-testid="${id}"]`)
const numbers = () => all('wall-agent').map((row) => row.attributes('data-agent-no'))
const tell = (agents: ReturnType<typeof agent>[]) => FakeSocket.latest().tell({ type: 'wall', at: NOW, agents, queues: [], waiting: [] })
const many = (count: number) => Array.from({ length: count }, (_, n) => agent({ agentNo: String(1000 + n) }))
const wall = { at: NOW, agents: [agent(), agent({ agentNo: '1002', state: 'BUSY', reason: 'MEAL' })], queues: [wallQueue({ waiting: 1, waitingSince: at(-4) })], waiting: [waitingCall()] }

enableAutoUnmount(afterEach)

async function open(path = '/', role: 'supervisor' | 'quality' | 'agent' = 'supervisor'): Promise<void> {
  engine.session = session({ agent: agent({ agentNo: '2001', role, state: 'SIGNED_OUT' }) })
  window.history.replaceState(null, '', path)
  page = mount(App, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
  FakeSocket.latest().accept()
  await flushPromises()
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(NOW), toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  engine = new FakeEngine()
  engine.install()
  engine.on('GET /wall', () => json(wall))
  FakeSocket.all = []
  FakePhone.last = undefined
  vi.stubGlobal('WebSocket', FakeSocket)
  sessionStorage.setItem('voltline.token', 'token-1')
  setLanguage('zh')
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/')
  showTheme('light')
})

describe('the wall', () => {
  it('shows who waits with the seconds left, the queues with their day, and the agents', async () => {
    await open()
    expect(byId('promise-left').text()).toBe('8 秒')
    expect(byId('waiting-call').attributes('data-risk')).toBe('calm')
    expect(byId('waiting-call').text()).toContain('000****0011')
    expect(byId('wall-queue').text()).toContain('综合服务')
    expect(byId('wall-queue').text()).toContain('81%')
    expect(byId('queue-waiting').text()).toBe('1')
    expect(numbers()).toEqual(['1001', '1002'])
    expect(all('wall-agent')[1]?.text()).toContain('示忙 · 就餐')
  })

  it('counts the promise down by itself and says when it is broken', async () => {
    await open()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(byId('promise-left').text()).toBe('5 秒')
    expect(byId('waiting-call').attributes('data-risk')).toBe('soon')
    await vi.advanceTimersByTimeAsync(8_000)
    expect(byId('promise-left').text()).toBe('超 3 秒')
    expect(byId('waiting-call').attributes('data-risk')).toBe('late')
  })

  it('asks for the floor as a whole and follows it; who is new takes the place the number says', async () => {
    await open()
    expect(JSON.parse(FakeSocket.latest().sent[0] ?? '')).toMatchObject({ floor: true })
    tell([agent({ state: 'TALKING', stateSince: NOW }), agent({ agentNo: '1000' })])
    await flushPromises()
    expect(all('waiting-call')).toEqual([])
    expect(numbers()).toEqual(['1000', '1001', '1002'])
    expect(all('wall-agent')[1]?.attributes('data-state')).toBe('TALKING')
    expect(byId('wall-state-TALKING').text()).toContain('1')
  })

  it('keeps what was heard while the whole was on its way', async () => {
    await open()
    let answer: (response: Response) => void = () => undefined
    engine.on('GET /wall', () => new Promise((resolve) => (answer = resolve)))
    await vi.advanceTimersByTimeAsync(1_000)
    tell([agent({ state: 'ACW' })])
    answer(json(wall))
    await flushPromises()
    expect(all('wall-agent')[0]?.attributes('data-state')).toBe('ACW')
    expect(all('waiting-call')).toEqual([])
  })

  it('draws only those in sight of two thousand, and the keyboard reaches all', async () => {
    engine.on('GET /wall', () => json({ ...wall, agents: many(2000) }))
    await open()
    expect(byId('wall-grid').attributes('aria-rowcount')).toBe('2001')
    expect(all('wall-agent').length).toBeLessThan(50)
    await byId('wall-grid').trigger('keydown', { key: 'ArrowDown' })
    expect(byId('wall-grid').attributes('aria-activedescendant')).toBe('wall-agent-1')
    await byId('wall-grid').trigger('keydown', { key: 'End' })
    expect(byId('wall-grid').attributes('aria-activedescendant')).toBe('wall-agent-1999')
  })

  it('is filtered by state and by search', async () => {
    await open()
    await byId('wall-state-BUSY').trigger('click')
    expect(numbers()).toEqual(['1002'])
    expect(byId('wall-state-BUSY').attributes('aria-pressed')).toBe('true')
    await byId('wall-state-BUSY').trigger('click')
    await byId('wall-search').setValue('1002')
    await flushPromises()
    expect(numbers()).toEqual(['1002'])
  })

  it('leads from an agent to how the call was routed, by a key', async () => {
    engine.on('GET /wall', () => json({ ...wall, agents: [agent({ state: 'TALKING', callId: routing().callId })] }))
    engine.on(`GET /calls/${routing().callId}/routing`, () => json(routing()))
    await open()
    await byId('wall-grid').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(document.querySelector('[data-testid="routing-drawer"]')?.textContent).toContain('1011')
  })

  it('is not there for quality, who watch another page', async () => {
    await open('/', 'quality')
    expect(byId('wall-agents').exists()).toBe(false)
    expect(byId('broken-promises').exists()).toBe(true)
  })
})

describe('the wallboard', () => {
  it('shows the floor in the dark, with nothing to press', async () => {
    await open('/wallboard')
    expect(byId('wallboard-waiting').text()).toBe('1')
    expect(byId('wallboard-promise').text()).toContain('8 秒')
    expect(page.findAll('button, a, input')).toEqual([])
    expect(document.documentElement.dataset['theme']).toBe('dark')
  })

  it('speaks both languages in turn, and forgets that when it is left', async () => {
    await open('/wallboard')
    expect(page.text()).toContain('承诺剩余')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(page.text()).toContain('Promise left')
    page.unmount()
    expect(i18n.global.locale.value).toBe('zh')
    await open('/')
  })

  it('keeps to one language when asked to', async () => {
    await open('/wallboard?lang=en')
    expect(page.text()).toContain('Promise left')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(page.text()).toContain('Promise left')
  })

  it('says that the line is lost, comes back by itself and looks again', async () => {
    await open('/wallboard')
    const before = FakeSocket.all.length
    FakeSocket.latest().close()
    await flushPromises()
    expect(byId('wallboard-lost').exists()).toBe(true)
    engine.on('GET /wall', () => json({ ...wall, queues: [wallQueue({ waiting: 7 })] }))
    await vi.advanceTimersByTimeAsync(500)
    expect(FakeSocket.all.length).toBe(before + 1)
    FakeSocket.latest().accept()
    await flushPromises()
    expect(byId('wallboard-lost').exists()).toBe(false)
    expect(byId('wallboard-waiting').text()).toBe('7')
  })

  it('shows what the server refuses, and rings no phone for an agent', async () => {
    engine.on('GET /wall', () => problem('forbidden', 403))
    await open('/wallboard', 'agent')
    expect(page.text()).toContain('您没有此项权限')
    expect(FakePhone.last).toBeUndefined()
  })
})
