import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '@/App.vue'
import type { CallAnswered, CallEnded, ScreenPop } from '@/api/types'
import { i18n, setLanguage } from '@/i18n'
import { FakeEngine, json, problem } from './fakeEngine'
import { FakePhone } from './fakePhone'
import { FakeSocket } from './fakeSocket'
import { agent, at, NOW, pop, session, waitingCall, workOrder } from './fixtures'

vi.mock('@/phone/jssipPhone', async () => ({ JsSipPhone: (await import('./fakePhone')).FakePhone }))
vi.mock('@/phone/ringTone', () => ({ beep: () => Promise.resolve(), startRinging: () => () => undefined }))

const chief = agent({ agentNo: '2003', role: 'supervisor', state: 'SIGNED_OUT', phone: 'sip' })
const offered = (of: Partial<ScreenPop> = {}): ScreenPop => pop({ agentNo: '2003', ...of })
const { callId } = pop()

let engine: FakeEngine
let page: VueWrapper

const part = (id: string) => page.find(`[data-testid="${id}"]`)
const press = async (id: string): Promise<void> => {
  await part(id).trigger('click')
  await flushPromises()
}
/** What an event tells is what the session says from then on. */
const tell = async (event: ScreenPop | CallAnswered | CallEnded): Promise<void> => {
  const { currentCall: before, ...rest } = engine.session
  const after = event.type === 'call.answered' ? before && { ...before, answeredAt: event.at } : event
  engine.session = after === undefined || after.type === 'call.ended' ? rest : { ...rest, currentCall: after }
  FakeSocket.latest().tell(event)
  await flushPromises()
}
const answered = () => tell({ type: 'call.answered', at: at(3), callId, agentNo: '2003' })
const ended = (outcome: CallEnded['outcome'] = 'ANSWERED') =>
  tell({ type: 'call.ended', at: at(60), callId, agentNo: '2003', outcome } as CallEnded)
const key = async (code: string): Promise<void> => {
  window.dispatchEvent(new KeyboardEvent('keydown', { code, altKey: true }))
  await flushPromises()
}
const description = () => part('wo-description').element as HTMLTextAreaElement

enableAutoUnmount(afterEach)

async function open(currentCall?: ScreenPop, as = chief): Promise<void> {
  engine.session = session({ agent: as, ...(currentCall !== undefined && { currentCall }) })
  page = mount(App, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
  FakeSocket.latest().accept()
  await flushPromises()
}

/** The same tab, loaded anew. */
async function refresh(currentCall?: ScreenPop): Promise<void> {
  await flushPromises()
  page.unmount()
  await open(currentCall)
}

beforeEach(() => {
  engine = new FakeEngine()
  engine.install()
  FakeSocket.all = []
  vi.stubGlobal('WebSocket', FakeSocket)
  sessionStorage.clear()
  sessionStorage.setItem('voltline.token', 'token-1')
  setLanguage('zh')
})

afterEach(() => vi.unstubAllGlobals())

describe('a supervisor who takes a caller', () => {
  it('sees the customer and the filled-in form at once, beside the wall', async () => {
    await open()
    expect(part('taken').exists()).toBe(false)
    await tell(offered())
    expect(part('taken-who').text()).toBe('00000000002 演示客户0002')
    expect(part('pop-customer').text()).toBe('演示客户0002')
    expect(part('pop-opening').text()).toContain('2003')
    expect(part('wo-form').attributes('data-call-id')).toBe(callId)
    expect(part('wall-grid').exists()).toBe(true)
  })

  it('makes the order of the call, which is done when the supervisor says so', async () => {
    await open()
    await tell(offered())
    await answered()
    await part('wo-form').trigger('submit')
    await flushPromises()
    expect(engine.orders.map((order) => order.callId)).toEqual([callId])
    expect(part('taken-done').exists()).toBe(false)
    await ended()
    expect(part('taken').text()).toContain('通话已结束')
    expect(part('wo-saved-no').text()).toBe('20261121000042')
    await press('taken-done')
    expect(part('taken').exists()).toBe(false)
    expect(part('taken-panel').exists()).toBe(false)
  })

  it('puts it away and takes it out by key, and nothing typed is lost', async () => {
    await open()
    await tell(offered())
    await part('wo-description').setValue('客户说灯闪')
    await key('KeyL')
    expect(part('taken-panel').exists()).toBe(false)
    expect(document.activeElement).toBe(part('taken-open').element)
    await key('KeyL')
    expect(document.activeElement).toBe(part('taken-panel').element)
    expect(description().value).toBe('客户说灯闪')
    await part('taken-panel').trigger('keydown', { key: 'Escape' })
    expect(part('taken-panel').exists()).toBe(false)
    await tell(offered({ answeredAt: at(3) }))
    expect(part('taken-panel').exists(), 'told again').toBe(false)
  })

  it('has it all again after a refresh in the talk', async () => {
    await open()
    await tell(offered())
    await part('wo-description').setValue('客户说灯闪')
    await refresh(offered({ answeredAt: at(3) }))
    expect(part('pop-customer').text()).toBe('演示客户0002')
    expect(description().value).toBe('客户说灯闪')
    await ended()
    expect(part('wo-timer').exists()).toBe(true)
  })

  it('has what was not sent again after a refresh when the talk is over, until it is given up', async () => {
    await open()
    await tell(offered({ supervision: 'INTERCEPT' }))
    await answered()
    await part('wo-description').setValue('客户说灯闪')
    await ended()
    await refresh()
    expect(part('taken').text()).toContain('尚未提交的工单')
    expect(part('screen-pop').exists()).toBe(false)
    expect(description().value).toBe('客户说灯闪')
    await press('taken-discard')
    expect(part('taken').exists()).toBe(false)
  })

  it('keeps what is left to do when the end was told to nobody', async () => {
    await open(offered({ answeredAt: at(3) }))
    delete engine.session.currentCall
    vi.useFakeTimers()
    FakeSocket.latest().close()
    await vi.advanceTimersByTimeAsync(20_000)
    FakeSocket.latest().accept()
    await vi.advanceTimersByTimeAsync(2_000)
    vi.useRealTimers()
    await flushPromises()
    expect(part('taken').text()).toContain('通话已结束')
    expect(part('wo-form').exists()).toBe(true)
  })

  it('does not answer in time, and the caller is gone from the page', async () => {
    await open()
    await tell(offered())
    await ended('NOT_ANSWERED')
    expect(part('taken').exists()).toBe(false)
  })

  it('is not offered the order that the agent made as the own one', async () => {
    engine.on('GET /work-orders', () => json({ workOrders: [workOrder({ createdBy: '1011' })] }))
    await open(offered({ supervision: 'INTERCEPT', answeredAt: at(3) }))
    expect(part('wo-form').exists()).toBe(true)
    engine.on('GET /work-orders', () => json({ workOrders: [workOrder({ createdBy: '1011' }), workOrder({ no: '20261121000009', createdBy: '2003' })] }))
    await refresh(offered({ supervision: 'INTERCEPT', answeredAt: at(3) }))
    expect(part('wo-saved-no').text()).toBe('20261121000009')
  })

  it('owes no apology for a caller whom an agent answered', async () => {
    await open()
    await tell(offered({ promiseSecondsLeft: -30 }))
    expect(part('pop-apology').exists()).toBe(true)
    await tell(offered({ promiseSecondsLeft: -30, supervision: 'INTERCEPT' }))
    expect(part('pop-apology').exists()).toBe(false)
  })

  it('hears who was first', async () => {
    const waiting = waitingCall()
    engine.on('GET /wall', () => json({ at: NOW, agents: [], queues: [], waiting: [waiting] }))
    engine.on(`POST /calls/${waiting.callId}/pick`, () => problem('taken', 409, {}, { agentNo: '2002' }))
    await open()
    await press('call-acts-open')
    document.querySelector<HTMLButtonElement>('[data-testid="act-take"]')?.click()
    await flushPromises()
    expect(document.body.textContent).toContain('工号 2002 已先接听该客户')
  })

  it('may be in another talk before the form of the last is done', async () => {
    await open(undefined, { ...chief, phone: 'webrtc' })
    await tell(offered())
    await answered()
    await ended()
    expect(part('taken-done').exists()).toBe(true)
    vi.useFakeTimers()
    FakePhone.last?.listener.onRinging('1011')
    FakePhone.last?.listener.onConnected({ callId: 'c', ownTag: 'o', switchTag: 's' })
    await vi.advanceTimersByTimeAsync(3_000)
    vi.useRealTimers()
    expect(FakePhone.last?.done).not.toContain('hangUp')
  })
})

describe('a supervisor who listens', () => {
  const listened = offered({ supervision: 'MONITOR', customer: undefined } as Partial<ScreenPop>)

  it('may see whose talk it is, and writes nothing', async () => {
    await open()
    await tell(listened)
    await answered()
    expect(part('taken').text()).toContain('仅供查看')
    expect(part('taken-panel').exists()).toBe(false)
    await press('taken-open')
    expect(part('screen-pop').exists()).toBe(true)
    expect(part('wo-form').exists()).toBe(false)
    expect(part('pop-opening').exists()).toBe(false)
    expect(part('customer-search').exists()).toBe(false)
    await ended()
    expect(part('taken').exists()).toBe(false)
  })

  it('who then intercepts has the form', async () => {
    await open()
    await tell(listened)
    await answered()
    await tell(offered({ supervision: 'INTERCEPT', answeredAt: at(3) }))
    expect(part('wo-form').attributes('data-call-id')).toBe(callId)
    await ended()
    expect(part('taken-done').exists()).toBe(true)
  })
})
