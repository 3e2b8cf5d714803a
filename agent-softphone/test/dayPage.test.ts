import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '@/App.vue'
import type { Reminder } from '@/api/types'
import { asField, fromField } from '@/desk/reminder'
import { i18n, setLanguage } from '@/i18n'
import { FakeEngine, json, problem } from './fakeEngine'
import { FakeSocket } from './fakeSocket'
import { agent, agentDay, at, NOW, reminder, session } from './fixtures'

vi.mock('@/phone/jssipPhone', async () => ({ JsSipPhone: (await import('./fakePhone')).FakePhone }))
vi.mock('@/phone/ringTone', () => ({ startRinging: () => () => undefined, beep: () => Promise.resolve() }))

let engine: FakeEngine
let page: VueWrapper
let kept: Reminder[]
let asked: [string, unknown][]

const byId = (id: string) => page.find(`[data-testid="${id}"]`)
const all = (id: string) => page.findAll(`[data-testid="${id}"]`)

/** The engine takes this and remembers it. */
function takes(operation: string, answer: () => Response = () => new Response(null, { status: 204 })): void {
  engine.on(operation, (body) => {
    asked.push([operation, body])
    return answer()
  })
}

async function open(role: 'agent' | 'supervisor' = 'agent'): Promise<void> {
  engine.session = session({ agent: agent(role === 'agent' ? {} : { agentNo: '2001', role }) })
  sessionStorage.setItem('voltline.token', 'token-1')
  page = mount(App, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
  FakeSocket.latest().accept()
  await flushPromises()
  await tick(0)
}

/** Lets the page hear the server's time, so many seconds on. */
async function tick(seconds: number): Promise<void> {
  FakeSocket.latest().tell({ type: 'queue.stats', at: at(seconds), queues: [] })
  await flushPromises()
}

enableAutoUnmount(afterEach)

beforeEach(() => {
  vi.setSystemTime(NOW)
  asked = []
  kept = [reminder()]
  engine = new FakeEngine()
  engine.install()
  engine.on('GET /agents', () => json({ agents: [agent()] }))
  engine.on('GET /reminders', () => json({ reminders: kept }))
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

describe('the own day', () => {
  it('shows what was done, and a dash for what there is none of', async () => {
    await open()
    expect(byId('day-answered').text()).toBe('10')
    expect(byId('day-in-time').text()).toBe('90%')
    expect(byId('day-talk').text()).toBe('1:35')
    expect(byId('day-wrap-up').text()).toBe('–')
    expect(byId('day-rated').text()).toBe('5 / 1 / 0')
  })

  it('says so while there are no figures', async () => {
    engine.on('GET /agents/me/day', () => problem('unavailable', 503))
    await open()
    expect(byId('own-day').text()).toContain('暂无数据')
  })

  it('of nobody answered has no share', async () => {
    engine.on('GET /agents/me/day', () => json(agentDay({ answered: 0, inTime: 0 })))
    await open()
    expect(byId('day-in-time').text()).toBe('–')
  })
})

describe('calls to be made later', () => {
  it('tell when they are due and how late they are', async () => {
    await open()
    expect(byId('reminder').text()).toContain('核实恢复供电')
    expect(byId('reminder').attributes('data-late')).toBe('false')
    expect(byId('reminders').attributes('data-due')).toBe('0')
    await tick(1875)
    expect(byId('reminder').attributes('data-late')).toBe('true')
    expect(byId('reminder').text()).toContain('已过 1:15')
    expect(byId('reminders').text()).toContain('1 个已到时间')
  })

  it('are noted about the last call, and only for a time to come', async () => {
    kept = []
    await open()
    takes('POST /reminders', () => json(reminder(), 201))
    await byId('reminder-add').trigger('click')
    expect((byId('reminder-number').element as HTMLInputElement).value).toBe('00000000005')
    await byId('reminder-when').setValue(asField(Date.parse(at(-3600))))
    await byId('reminder-form').trigger('submit')
    expect(byId('reminder-form').text()).toContain('请选择将来的时间')
    await byId('reminder-when').setValue(asField(Date.parse(at(600))))
    await byId('reminder-number').setValue('anonymous')
    await byId('reminder-form').trigger('submit')
    expect(byId('reminder-form').text()).toContain('请输入 3 至 16 位号码')
    expect(asked).toEqual([])

    await byId('reminder-number').setValue('000 0000 0009')
    await byId('reminder-note').setValue('核实恢复供电')
    kept = [reminder()]
    await byId('reminder-form').trigger('submit')
    await flushPromises()
    const sent = { number: '00000000009', note: '核实恢复供电', callId: 'vl1-1763690000.3', workOrderNo: '20261121000006' }
    expect(asked).toEqual([['POST /reminders', { dueAt: new Date(at(600)).toISOString(), ...sent }]])
    expect(byId('reminder-form').exists()).toBe(false)
    expect(all('reminder')).toHaveLength(1)
  })

  it('are made by one key, the first one', async () => {
    kept = [reminder(), reminder({ id: 8, number: '00000000008' })]
    await open()
    takes('POST /calls', () => json({ callId: 'out-1' }, 202))
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyR', altKey: true }))
    await flushPromises()
    expect(asked).toEqual([['POST /calls', { number: '00000000009' }]])
  })

  it('are put off and done with', async () => {
    await open()
    takes('POST /reminders/7/move')
    takes('POST /reminders/7/done')
    await byId('reminder-move').trigger('click')
    await byId('reminder-to').setValue(asField(Date.parse(at(7200))))
    await byId('reminder-to').element.closest('form')?.dispatchEvent(new Event('submit'))
    await flushPromises()
    kept = []
    await byId('reminder-done').trigger('click')
    await flushPromises()
    expect(asked).toEqual([
      ['POST /reminders/7/move', { dueAt: new Date(at(7200)).toISOString() }],
      ['POST /reminders/7/done', undefined],
    ])
    expect(all('reminder')).toHaveLength(0)
  })

  it('that somebody is late with stand on the wall', async () => {
    kept = [reminder({ dueAt: at(-90), number: '000****0009' })]
    await open('supervisor')
    expect(byId('wall-reminders').text()).toContain('1001')
    expect(byId('wall-reminders').text()).toContain('1:30')
    expect(byId('wall-reminders').text()).not.toContain('0009')
  })
})

describe('a field for a day and time', () => {
  it('means the moment it shows', () => {
    const moment = Date.parse('2026-11-21T02:05:00Z')
    expect(Date.parse(fromField(asField(moment)) ?? '')).toBe(moment)
  })

  it.each(['', 'tomorrow'])('that holds %j means none', (text) => {
    expect(fromField(text)).toBeUndefined()
  })
})
