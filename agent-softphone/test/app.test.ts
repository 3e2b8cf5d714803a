import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '@/App.vue'
import { i18n, setLanguage } from '@/i18n'
import { probeMedia } from '@/phone/mediaProbe'
import { FakeEngine, problem } from './fakeEngine'
import { FakePhone } from './fakePhone'
import { FakeSocket } from './fakeSocket'
import { agent, at, pop, session } from './fixtures'

vi.mock('@/phone/jssipPhone', async () => ({ JsSipPhone: (await import('./fakePhone')).FakePhone }))
vi.mock('@/phone/ringTone', () => ({ startRinging: () => () => undefined, beep: () => Promise.resolve() }))

let engine: FakeEngine
let page: VueWrapper
let microphone: () => Promise<unknown>
let devices: { kind: string }[]

const byId = (id: string) => page.find(`[data-testid="${id}"]`)
const stateTold = () => byId('agent-state').attributes('data-state')

async function openPage(): Promise<void> {
  page = mount(App, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
}

async function signIn(): Promise<void> {
  await byId('login-agent-no').setValue('1001')
  await byId('login-password').setValue('synthetic')
  await page.find('form').trigger('submit')
  await flushPromises()
  if (FakeSocket.all.length > 0) FakeSocket.latest().accept()
  await flushPromises()
}

async function tell(...events: Parameters<FakeSocket['tell']>[0][]): Promise<void> {
  events.forEach((event) => {
    engine.follow(event)
    FakeSocket.latest().tell(event)
  })
  await flushPromises()
}

async function press(code: string): Promise<void> {
  window.dispatchEvent(new KeyboardEvent('keydown', { code, altKey: true }))
  await flushPromises()
}

const agentIs = (of: Parameters<typeof agent>[0]) => ({ type: 'agent.state', at: at(0), agent: agent(of) }) as const
const answered = { type: 'call.answered', at: at(3), callId: pop().callId, agentNo: '1001' } as const
const ended = { type: 'call.ended', at: at(60), callId: pop().callId, agentNo: '1001', outcome: 'ANSWERED' } as const

enableAutoUnmount(afterEach)

beforeEach(async () => {
  vi.setSystemTime(at(0))
  engine = new FakeEngine()
  engine.install()
  FakeSocket.all = []
  vi.stubGlobal('WebSocket', FakeSocket)
  microphone = () => Promise.resolve({ getTracks: () => [] })
  devices = [{ kind: 'audioinput' }, { kind: 'audiooutput' }]
  vi.stubGlobal('navigator', {
    mediaDevices: Object.assign(new EventTarget(), {
      getUserMedia: () => microphone(),
      enumerateDevices: () => Promise.resolve(devices),
    }),
  })
  setLanguage('zh')
  await openPage()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('signing in', () => {
  it('refused says why in the agent’s language', async () => {
    engine.on('POST /sessions', () => problem('invalid-credentials', 401))
    await signIn()
    expect(byId('login-error').text()).toContain('工号或密码不正确')
    await byId('lang-switch').trigger('click')
    expect(byId('login-error').text()).toContain('Wrong agent number or password')
    expect(document.documentElement.lang).toBe('en')
  })

  it('tried too often has to wait', async () => {
    engine.on('POST /sessions', () => problem('too-many-attempts', 429, { 'Retry-After': '30' }))
    await signIn()
    expect(byId('login-error').text()).toContain('30')
    expect(byId('login-submit').attributes('disabled')).toBeDefined()
  })

  it('again on a refreshed page is not needed', async () => {
    await signIn()
    page.unmount()
    engine.session = session({ agent: agent({ state: 'TALKING' }), currentCall: pop() })
    await openPage()
    expect(stateTold()).toBe('TALKING')
    expect(byId('pop-customer').text()).toBe('演示客户0002')
  })

  it('ends at once when the same agent signs in elsewhere', async () => {
    await signIn()
    await tell({ type: 'session.replaced', at: at(1) })
    expect(byId('login-notice').text()).toContain('已在别处签入')
    expect(FakePhone.last?.done).toContain('stop')
  })
})

describe('one call', () => {
  beforeEach(async () => {
    await signIn()
    await tell(agentIs({ state: 'RINGING' }), pop())
    FakePhone.last?.listener.onRinging('00000000002')
    await flushPromises()
  })

  it('is shown with its customer while it rings, the order already filled in', () => {
    expect(byId('pop-caller').text()).toBe('00000000002')
    expect(byId('pop-customer').text()).toBe('演示客户0002')
    expect(byId('pop-account').text()).toBe('9900000002')
    expect(byId('pop-address').text()).toContain('演示路2号')
    expect(byId('pop-open-orders').text()).toContain('20261121000007')
    expect(byId('pop-outages').text()).toContain('线路故障抢修')
    expect(byId('wo-type').attributes('data-value')).toBe('fault-repair.single-premise')
    expect(document.title).toContain('00000000002')
  })

  it('goes from answer to saved order by the keyboard alone', async () => {
    await press('KeyA')
    await tell(agentIs({ state: 'TALKING' }), answered)
    expect(byId('call-panel').attributes('data-phase')).toBe('talking')
    await press('KeyM')
    expect(byId('mute').attributes('aria-pressed')).toBe('true')
    await press('KeyM')
    await press('KeyH')
    await tell(agentIs({ state: 'ACW' }), ended)
    expect(byId('acw-banner').exists()).toBe(true)
    await press('KeyS')
    expect(byId('wo-saved-no').text()).toBe('20261121000042')
    await press('KeyI')
    expect(stateTold()).toBe('IDLE')
    expect(byId('pop-caller').exists()).toBe(false)
    expect(FakePhone.last?.done).toEqual(['answer', 'mute', 'unmute', 'hangUp'])
  })

  it('that another agent got is told and gone', async () => {
    FakePhone.last?.listener.onEnded()
    await tell({ ...ended, outcome: 'NOT_ANSWERED' }, agentIs({ state: 'BUSY', reason: 'NOT_ANSWERED' }))
    expect(byId('call-missed').text()).toContain('未接听')
    expect(byId('agent-state').attributes('data-reason')).toBe('NOT_ANSWERED')
    expect(byId('pop-caller').exists()).toBe(false)
  })

  it('that another of several agents was faster with says so, and the agent stays idle', async () => {
    FakePhone.last?.listener.onEnded()
    await tell({ ...ended, outcome: 'SUPERSEDED' }, agentIs({ state: 'IDLE' }))
    expect(byId('call-missed').text()).toContain('由其他座席接听')
    expect(byId('set-busy').exists()).toBe(false)
  })

  it('that runs out of time while it rings is opened with the number and an apology', async () => {
    expect(byId('pop-apology').exists()).toBe(false)
    await tell({ type: 'queue.stats', at: at(9.9), queues: [] })
    expect(byId('pop-opening').text()).toContain('1001')
    await tell({ type: 'queue.stats', at: at(10.1), queues: [] })
    expect(byId('pop-apology').text()).toContain('您好，1001号为您服务，让您久等了，非常抱歉。')
    expect(byId('pop-opening').exists()).toBe(false)
    await tell(agentIs({ state: 'TALKING' }), { ...answered, at: at(11) })
    expect(byId('pop-apology').exists()).toBe(true)
  })

  it('outlives an expired session: the agent signs in over the desk and goes on', async () => {
    await press('KeyA')
    await tell(agentIs({ state: 'TALKING' }), answered)
    await byId('wo-description').setValue('No light in the kitchen')
    engine.on('POST /work-orders', () => problem('unauthorized', 401))
    await press('KeyS')
    expect(document.querySelector('[data-testid="sign-in-again"]')).not.toBeNull()
    await tell({ type: 'session.replaced', at: at(9) })

    engine.session = session({ token: 'token-2', agent: agent({ state: 'TALKING' }), currentCall: pop() })
    const password = document.querySelector('[data-testid="sign-in-again"] [data-testid="login-password"]')
    if (password instanceof HTMLInputElement) password.value = 'synthetic'
    password?.dispatchEvent(new Event('input'))
    await flushPromises()
    document.querySelector('[data-testid="sign-in-again"] form')?.dispatchEvent(new Event('submit'))
    await flushPromises()
    FakeSocket.latest().accept()
    expect(FakeSocket.latest().sent).toEqual(['{"token":"token-2"}'])
    expect(FakePhone.last?.done).not.toContain('stop')
    expect(byId('wo-description').element).toMatchObject({ value: 'No light in the kitchen' })
  })
})

describe('the agent’s state', () => {
  it('refused is explained', async () => {
    await signIn()
    engine.on('PUT /agents/me/state', () => problem('phone-not-reachable', 409))
    await byId('state-idle').trigger('click')
    await flushPromises()
    expect(document.body.textContent).toContain('话机不可用，不能示闲')
  })

  it.each([
    ['NOT_ANSWERED', '未接'],
    ['REJECTED', '拒接'],
  ] as const)('set busy by the engine (%s) says why, and one key goes on', async (reason, why) => {
    await signIn()
    await tell(agentIs({ state: 'BUSY', reason }))
    expect(byId('set-busy').text()).toContain(why)
    await byId('set-busy-go-on').trigger('click')
    await flushPromises()
    expect(stateTold()).toBe('IDLE')
    expect(byId('set-busy').exists()).toBe(false)
  })

  it('set busy for the phone says that it ends by itself', async () => {
    await signIn()
    await tell(agentIs({ state: 'BUSY', reason: 'PHONE_UNREACHABLE' }))
    expect(byId('set-busy').text()).toContain('自动示闲')
    expect(byId('set-busy-go-on').exists()).toBe(false)
  })

  it('of the agent’s own wish needs no explanation', async () => {
    await signIn()
    await tell(agentIs({ state: 'BUSY', reason: 'MEAL' }))
    expect(byId('set-busy').exists()).toBe(false)
  })

  it('is no break when as many rest as may, and says what to do', async () => {
    await signIn()
    engine.on('PUT /agents/me/state', () => problem('too-many-resting', 409))
    await byId('state-busy').trigger('click')
    const confirm = document.querySelector<HTMLElement>('[data-testid="busy-confirm"]')
    confirm?.closest('form')?.dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(document.body.textContent).toContain('同时小休、就餐的人数已满')
  })

  it('is not idle without a microphone, and says what to do', async () => {
    microphone = () => Promise.reject(Object.assign(new Error(), { name: 'NotAllowedError' }))
    await signIn()
    expect(byId('microphone-problem').text()).toContain('麦克风被禁止使用')
    expect(engine.states).toEqual([{ state: 'BUSY', reason: 'SYSTEM_FAULT' }])
    await byId('state-idle').trigger('click')
    await flushPromises()
    expect(engine.states).toHaveLength(1)
  })

  it('shows the phone ready only when browser and engine agree', async () => {
    engine.session = session({ agent: agent({ phoneReachable: false }) })
    await signIn()
    expect(byId('phone-registered').exists()).toBe(false)
    await tell(agentIs({ phoneReachable: true }))
    expect(byId('phone-registered').exists()).toBe(true)
  })
})

it('signing out while talking is refused and said', async () => {
  await signIn()
  engine.on('DELETE /sessions/current', () => problem('talking', 409))
  await byId('sign-out').trigger('click')
  await flushPromises()
  expect(document.body.textContent).toContain('正在通话，不能签出')
  expect(byId('agent-state').exists()).toBe(true)
})

it('a ring the engine never announced can be answered', async () => {
  await signIn()
  FakePhone.last?.listener.onRinging('00000000005')
  await flushPromises()
  expect(byId('call-panel').text()).toContain('00000000005')
  await byId('answer').trigger('click')
  expect(FakePhone.last?.done).toEqual(['answer'])
})

it('a phone that never heard the end of its call is hung up', async () => {
  await signIn()
  await tell(agentIs({ state: 'RINGING' }), pop())
  FakePhone.last?.listener.onRinging('00000000002')
  await press('KeyA')
  vi.useFakeTimers()
  await tell(answered, agentIs({ state: 'ACW' }), ended)
  await vi.advanceTimersByTimeAsync(2_000)
  vi.useRealTimers()
  expect(FakePhone.last?.done).toEqual(['answer', 'hangUp'])
})

it('a lost connection is told, and what was missed is read when it is back', async () => {
  await signIn()
  vi.useFakeTimers()
  FakeSocket.latest().close()
  await vi.advanceTimersByTimeAsync(0)
  expect(byId('connection-lost').exists()).toBe(true)
  engine.session = session({ agent: agent({ state: 'RINGING' }), currentCall: pop() })
  await vi.advanceTimersByTimeAsync(500)
  vi.useRealTimers()
  FakeSocket.latest().accept()
  await flushPromises()
  expect(byId('connection-lost').exists()).toBe(false)
  expect(byId('pop-caller').text()).toBe('00000000002')
})

it('a call offered in the moment before the engine listens is still found', async () => {
  vi.useFakeTimers()
  await signIn()
  engine.session = session({ agent: agent({ state: 'RINGING' }), currentCall: pop() })
  await vi.advanceTimersByTimeAsync(1_000)
  vi.useRealTimers()
  await flushPromises()
  expect(byId('pop-caller').text()).toBe('00000000002')
})

it('an agent with a desk phone has the same desk without the browser phone', async () => {
  FakePhone.last = undefined
  engine.session = session({ agent: agent({ phone: 'sip' }) })
  await signIn()
  expect(FakePhone.last).toBeUndefined()
  expect(byId('answer').exists()).toBe(false)
  expect(byId('phone-registered').exists()).toBe(true)
  expect(byId('call-panel').text()).toContain('请用桌面话机')
})

describe('the phone', () => {
  const phone = (): FakePhone => {
    if (FakePhone.last === undefined) throw new Error('no phone was opened')
    return FakePhone.last
  }
  const ring = async (): Promise<void> => {
    phone().listener.onRinging('00000000002')
    await flushPromises()
  }

  beforeEach(signIn)

  it('starts the next call unmuted, and says so while it is muted', async () => {
    await ring()
    await press('KeyA')
    await press('KeyM')
    expect(byId('call-panel').text()).toContain('已静音')
    phone().listener.onEnded()
    await ring()
    await press('KeyA')
    expect(byId('call-panel').text()).not.toContain('已静音')
    expect(byId('mute').attributes('aria-pressed')).toBe('false')
  })

  it('sends keys typed or clicked, but none while text is written or nobody is on the line', async () => {
    const type = (key: string, into: EventTarget = document.body) =>
      into.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    type('1')
    await ring()
    await press('KeyA')
    type('4')
    await flushPromises()
    await byId('key-#').trigger('click')
    const input = document.createElement('input')
    document.body.append(input)
    type('7', input)
    await flushPromises()
    expect(byId('keys-sent').text()).toBe('4#')
    expect(phone().done).toEqual(['answer', 'keys 4', 'keys #'])
    phone().listener.onEnded()
    await ring()
    await press('KeyA')
    await press('KeyK')
    expect(byId('keys-sent').text()).toBe('')
  })

  it('answers by itself when the agent wants it so, on the next page too', async () => {
    await byId('auto-answer').trigger('click')
    page.unmount()
    await openPage()
    await flushPromises()
    await ring()
    expect(phone().done).toEqual(['answer'])
  })

  it('comes back into a talk whose page is gone, and lets go of one that is over', async () => {
    await ring()
    await press('KeyA')
    page.unmount()
    engine.session = session({ agent: agent({ state: 'TALKING' }), currentCall: pop() })
    localStorage.setItem(
      'voltline.talk.sip:1001@localhost',
      JSON.stringify({ callId: 'talk-1', ownTag: 'own', switchTag: 'switch' }),
    )
    await openPage()
    expect(phone().done).toEqual(['rejoin talk-1'])
    expect(byId('call-returning').exists()).toBe(true)
    phone().listener.onEnded()
    await flushPromises()
    expect(byId('call-returning').exists()).toBe(false)
    expect(localStorage.getItem('voltline.talk.sip:1001@localhost')).toBeNull()
  })

  it('stays muted in the talk it comes back into, and is heard in the next', async () => {
    await ring()
    await press('KeyA')
    await press('KeyM')
    page.unmount()
    engine.session = session({ agent: agent({ state: 'TALKING' }), currentCall: pop() })
    await openPage()
    expect(phone().done).toEqual(['rejoin talk-1 muted'])
    phone().listener.onMuted(true)
    phone().listener.onConnected({ callId: 'talk-2', ownTag: 'own', switchTag: 'switch' })
    await flushPromises()
    expect(byId('mute').attributes('aria-pressed')).toBe('true')
    expect(localStorage.getItem('voltline.talk.sip:1001@localhost')).toContain('"muted":true')
    phone().listener.onEnded()
    await ring()
    await press('KeyA')
    expect(localStorage.getItem('voltline.talk.sip:1001@localhost')).toContain('"muted":false')
  })

  it('takes a talk over again when its line was lost', async () => {
    await ring()
    await press('KeyA')
    phone().listener.onRegistration('offline')
    await flushPromises()
    expect(byId('line-lost').exists()).toBe(true)
    phone().listener.onLost()
    await flushPromises()
    expect(phone().done).toEqual(['answer'])
    phone().listener.onRegistration('registered')
    await flushPromises()
    expect(phone().done).toEqual(['answer', 'rejoin talk-1'])
  })

  it('speaks into the next headset when one is pulled out in the middle of a talk', async () => {
    await ring()
    await press('KeyA')
    phone().listener.onMicrophone('absent')
    await flushPromises()
    expect(byId('microphone-problem').text()).toContain('找不到麦克风')
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
    await flushPromises()
    expect(byId('microphone-problem').exists()).toBe(false)
    expect(phone().done).toEqual(['answer', 'renewMicrophone'])
  })

  it('without sound from the switch is not idle, and says what to do', async () => {
    await tell(agentIs({ state: 'BUSY', reason: 'MEAL' }))
    vi.mocked(probeMedia).mockResolvedValueOnce('silent')
    await byId('state-idle').trigger('click')
    await flushPromises()
    expect(byId('media-problem').text()).toContain('没有听到回声')
    expect(engine.states).toEqual([])
    await byId('readiness-check').trigger('click')
    await flushPromises()
    expect(byId('media-problem').exists()).toBe(false)
    await byId('state-idle').trigger('click')
    await flushPromises()
    expect(stateTold()).toBe('IDLE')
  })

  it('tells how it sounds every five seconds, and the engine at the end', async () => {
    const kept = vi.fn()
    engine.on(`PUT /calls/${pop().callId}/quality`, (body) => {
      kept(body)
      return new Response(null, { status: 204 })
    })
    const counted = (packetsReceived: number, packetsLost: number) =>
      new Map([['1', { type: 'inbound-rtp', kind: 'audio', packetsReceived, packetsLost, jitter: 0.002 }]])
    await tell(agentIs({ state: 'RINGING' }), pop())
    await ring()
    vi.useFakeTimers()
    phone().counted = counted(10, 0)
    await press('KeyA')
    await tell(agentIs({ state: 'TALKING' }), answered)
    phone().counted = counted(260, 0)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(byId('call-quality').attributes('data-grade')).toBe('good')
    phone().counted = counted(460, 50)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(byId('call-quality').attributes('data-grade')).toBe('poor')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(byId('call-quality').attributes('data-grade')).toBe('silent')
    phone().listener.onEnded()
    await vi.advanceTimersByTimeAsync(0)
    expect(kept).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ lossPercent: 10, jitterMillis: 2 }))
  })
})

it('a duplicated tab takes the desk, and the earlier page says where it went', async () => {
  await signIn()
  const other = new BroadcastChannel('voltline.desk')
  other.postMessage('1002')
  other.postMessage('1001')
  await vi.waitFor(() => expect(byId('login-notice').text()).toContain('另一个页面'))
  other.close()
  expect(FakePhone.last?.done).toEqual(['stop'])
})
