import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '@/App.vue'
import { actsOn, isNumber } from '@/desk/acts'
import { i18n, setLanguage } from '@/i18n'
import { FakeEngine, json, problem } from './fakeEngine'
import { FakePhone } from './fakePhone'
import { FakeSocket } from './fakeSocket'
import { agent, NOW, session, waitingCall, wallQueue } from './fixtures'

vi.mock('@/phone/jssipPhone', async () => ({ JsSipPhone: (await import('./fakePhone')).FakePhone }))
vi.mock('@/phone/ringTone', () => ({ beep: () => Promise.resolve(), startRinging: () => () => undefined }))

const TALK = 'vl1-1.1'
const talking = agent({ agentNo: '1011', state: 'TALKING', callId: TALK })
const waiting = waitingCall()

let engine: FakeEngine
let page: VueWrapper
let asked: [string, unknown][]

const shown = (id: string) => document.querySelector<HTMLButtonElement>(`[data-testid="${id}"]`)
const press = async (id: string): Promise<void> => {
  shown(id)?.click()
  await flushPromises()
}
const answers = (operation: string) =>
  engine.on(operation, (body) => {
    asked.push([operation, body])
    return new Response(null, { status: 204 })
  })
const supervised = (kind: string, on: boolean) => {
  FakeSocket.latest().tell({ type: 'supervision.changed', at: NOW, callId: TALK, supervisor: '2003', agentNo: '1011', kind, on } as never)
  return flushPromises()
}

const headset = () => {
  const stream = { getTracks: () => [] }
  return Object.assign(new EventTarget(), {
    getUserMedia: () => Promise.resolve(stream),
    enumerateDevices: () => Promise.resolve([{ kind: 'audiooutput' }]),
  })
}

enableAutoUnmount(afterEach)

async function open(phone: 'sip' | 'webrtc' = 'sip'): Promise<void> {
  engine.session = session({ agent: agent({ agentNo: '2003', role: 'supervisor', state: 'SIGNED_OUT', phone }) })
  page = mount(App, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
  FakeSocket.latest().accept()
  await flushPromises()
}

beforeEach(() => {
  engine = new FakeEngine()
  engine.install()
  asked = []
  engine.on('GET /wall', () =>
    json({ at: NOW, agents: [talking], queues: [wallQueue(), wallQueue({ queue: 'fault' })], waiting: [waiting] }),
  )
  FakeSocket.all = []
  vi.stubGlobal('WebSocket', FakeSocket)
  sessionStorage.setItem('voltline.token', 'token-1')
  setLanguage('zh')
})

afterEach(() => vi.unstubAllGlobals())

describe('what a supervisor may do to an agent', () => {
  it.each([
    ['SIGNED_OUT', []],
    ['RINGING', []],
    ['IDLE', ['BUSY', 'SIGN_OUT']],
    ['TALKING', ['MONITOR', 'WHISPER', 'BARGE', 'INTERCEPT', 'RELEASE', 'BUSY']],
  ] as const)('depends on the state: %s', (state, acts) => {
    expect(actsOn({ state })).toEqual(acts)
  })

  it('is shown by the button and by a key, and done at once when it cuts nobody off', async () => {
    answers(`PUT /calls/${TALK}/supervision`)
    await open()
    await page.find('[data-testid="wall-grid"]').trigger('keydown', { key: ' ' })
    await flushPromises()
    expect(shown('agent-acts')?.textContent).toContain('1011')
    await press('act-WHISPER')
    expect(asked).toEqual([[`PUT /calls/${TALK}/supervision`, { agentNo: '1011', kind: 'WHISPER' }]])
  })

  it.each([
    ['RELEASE', `POST /calls/${TALK}/release`, { agentNo: '1011' }],
    ['INTERCEPT', `PUT /calls/${TALK}/supervision`, { agentNo: '1011', kind: 'INTERCEPT' }],
  ] as const)('is asked for twice when it cuts somebody off: %s', async (act, operation, body) => {
    answers(operation)
    await open()
    await press('agent-acts-open')
    await press(`act-${act}`)
    expect(asked).toEqual([])
    await press('act-not')
    await press(`act-${act}`)
    await press('act-sure')
    expect(asked).toEqual([[operation, body]])
  })

  it('takes a browser phone that is ready, and the page says what is missing', async () => {
    await open('webrtc')
    await press('agent-acts-open')
    expect(shown('act-MONITOR')?.disabled).toBe(true)
    expect(shown('act-RELEASE')?.disabled).toBe(false)
    expect(shown('agent-acts')?.textContent).toContain('尚未就绪')
    expect(shown('microphone-problem')?.textContent).toContain('麦克风')
  })

  it('is refused in words that say whose phone it is about', async () => {
    engine.on(`PUT /calls/${TALK}/supervision`, () => problem('talking', 409))
    await open()
    await press('agent-acts-open')
    await press('act-MONITOR')
    expect(document.body.textContent).toContain('您的话机正在使用')
  })

  it('sets somebody busy for the reason and the minutes that the supervisor chooses', async () => {
    engine.on('GET /busy-reasons', () => json({ reasons: [{ reason: 'TRAINING', offered: true, name: { zh: '集训', en: 'Course' }, longestMinutes: 45, approval: true }] }))
    answers('PUT /agents/1011/state')
    await open()
    await press('agent-acts-open')
    await press('act-BUSY')
    expect(asked).toEqual([])
    expect(shown('busy-reason-TRAINING')?.textContent).toContain('集训')
    const minutes = shown('busy-minutes')?.querySelector('input')
    if (minutes) minutes.value = '90'
    minutes?.dispatchEvent(new Event('input'))
    minutes?.dispatchEvent(new Event('change'))
    shown('act-busy')?.dispatchEvent(new Event('submit'))
    await flushPromises()
    expect(asked).toEqual([['PUT /agents/1011/state', { state: 'BUSY', reason: 'TRAINING', minutes: 45 }]])
    expect(shown('act-busy')).toBeNull()
  })

  it('forgets the question when the talk is over meanwhile', async () => {
    await open()
    await press('agent-acts-open')
    await press('act-RELEASE')
    FakeSocket.latest().tell({ type: 'wall', at: NOW, agents: [agent({ agentNo: '1011', state: 'ACW' })], queues: [], waiting: [] })
    await flushPromises()
    expect(shown('act-sure')).toBeNull()
    expect(shown('act-IDLE')).not.toBeNull()
  })
})

describe('a talk the own phone is in', () => {
  it('is told as long as it is, changed and left', async () => {
    answers(`PUT /calls/${TALK}/supervision`)
    answers(`DELETE /calls/${TALK}/supervision`)
    await open()
    await supervised('MONITOR', true)
    expect(shown('supervision')?.textContent).toContain('正在监听 1011')
    await press('change-BARGE')
    await supervised('MONITOR', false)
    await supervised('BARGE', true)
    expect(shown('supervision')?.dataset['kind']).toBe('BARGE')
    await press('supervision-leave')
    await supervised('BARGE', false)
    expect(shown('supervision')).toBeNull()
    expect(asked.map(([operation]) => operation)).toEqual([
      `PUT /calls/${TALK}/supervision`,
      `DELETE /calls/${TALK}/supervision`,
    ])
  })
})

describe('the own phone in the page', () => {
  const done = () => FakePhone.last?.done
  const rings = (caller: string) => {
    FakePhone.last?.listener.onRinging(caller)
    return flushPromises()
  }

  /** Whose headset is plugged in, and whose talk is asked for. */
  async function listens(): Promise<void> {
    vi.stubGlobal('navigator', { mediaDevices: headset() })
    answers(`PUT /calls/${TALK}/supervision`)
    await open('webrtc')
    await press('agent-acts-open')
    await press('act-MONITOR')
    await rings('1011')
  }

  it('answers the ring that was asked for, muted for whoever only listens', async () => {
    await listens()
    expect(done()).toEqual(['answer'])
    expect(shown('supervision')?.textContent).toContain('通话')
    await supervised('MONITOR', true)
    expect(shown('mute')?.getAttribute('aria-pressed')).toBe('true')
    await press('change-WHISPER')
    await supervised('MONITOR', false)
    await supervised('WHISPER', true)
    expect(shown('mute')?.getAttribute('aria-pressed')).toBe('false')
    await press('mute')
    expect(done()).toEqual(['answer', 'mute', 'unmute', 'mute'])
  })

  it('is told anew by an engine that started, and whoever is muted stays so', async () => {
    await listens()
    await press('change-WHISPER')
    await supervised('WHISPER', true)
    await press('mute')
    await supervised('WHISPER', true)
    expect(shown('supervision')?.dataset['kind']).toBe('WHISPER')
    expect(shown('mute')?.getAttribute('aria-pressed')).toBe('true')
  })

  it('is hung up when the talk is left and its own line never said so', async () => {
    await listens()
    await supervised('MONITOR', true)
    vi.useFakeTimers()
    await supervised('MONITOR', false)
    await supervised('WHISPER', true)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(done()).not.toContain('hangUp')
    await supervised('WHISPER', false)
    expect(done()).not.toContain('hangUp')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(done()).toContain('hangUp')
    vi.useRealTimers()
  })

  it('keeps a call that came after the talk that was left', async () => {
    await listens()
    await supervised('MONITOR', true)
    vi.useFakeTimers()
    await supervised('MONITOR', false)
    FakePhone.last?.listener.onEnded()
    await rings('00000000011')
    await press('answer')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(done()).not.toContain('hangUp')
    vi.useRealTimers()
  })

  it('leaves without the server, too', async () => {
    engine.on(`DELETE /calls/${TALK}/supervision`, () => problem('unavailable', 503))
    await listens()
    await supervised('MONITOR', true)
    await press('supervision-leave')
    expect(done()).toEqual(['answer', 'mute', 'hangUp'])
  })

  it('lets a ring be answered or rejected that nobody asked for', async () => {
    await listens()
    FakePhone.last?.listener.onEnded()
    await supervised('MONITOR', true)
    await supervised('MONITOR', false)
    await rings('1011')
    expect(done()).toEqual(['answer', 'mute'])
    expect(shown('supervision')?.textContent).toContain('1011 正在呼叫您')
    await press('answer')
    expect(shown('supervision-leave')?.textContent).toContain('挂断')
    await press('supervision-leave')
    expect(shown('supervision')).toBeNull()
  })

  it('is in one page only', async () => {
    await listens()
    new BroadcastChannel('voltline.desk').postMessage('2003')
    await vi.waitFor(() => expect(document.querySelector('[data-testid="login-notice"]')).not.toBeNull())
    expect(done()).toContain('stop')
  })

  it('is shown in its talk again after a refresh, as muted as it was', async () => {
    engine.on('GET /supervision', () => json({ supervision: { callId: TALK, agentNo: '1011', kind: 'BARGE' } }))
    const talk = { callId: 'c', ownTag: 'o', switchTag: 's', muted: true }
    localStorage.setItem(`voltline.talk.${session().sip.uri}`, JSON.stringify(talk))
    await open('webrtc')
    expect(shown('supervision')?.dataset['kind']).toBe('BARGE')
    expect(done()).toEqual(['rejoin c muted'])
  })
})

describe('a caller who waits', () => {
  it('is moved to another queue', async () => {
    answers(`POST /calls/${waiting.callId}/move`)
    await open()
    await press('call-acts-open')
    expect(shown('act-move')?.disabled).toBe(true)
    await page.findAllComponents({ name: 'ElSelect' }).find((one) => one.attributes('data-testid') === 'move-queue')?.setValue('fault')
    await press('act-move')
    expect(asked).toEqual([[`POST /calls/${waiting.callId}/move`, { queue: 'fault' }]])
  })

  it('is given to an agent', async () => {
    answers(`POST /calls/${waiting.callId}/pick`)
    await open()
    await press('call-acts-open')
    await page.findAllComponents({ name: 'ElSelect' }).find((one) => one.attributes('data-testid') === 'pick-agent')?.setValue('1011')
    await press('act-pick')
    expect(asked).toEqual([[`POST /calls/${waiting.callId}/pick`, { agentNo: '1011' }]])
  })

  it('comes to the own phone, which answers by itself and says who is there', async () => {
    vi.stubGlobal('navigator', { mediaDevices: headset() })
    answers(`POST /calls/${waiting.callId}/pick`)
    await open('webrtc')
    await press('call-acts-open')
    await press('act-take')
    expect(asked).toEqual([[`POST /calls/${waiting.callId}/pick`, { agentNo: '2003' }]])
    FakePhone.last?.listener.onRinging('00000000011')
    await flushPromises()
    expect(FakePhone.last?.done).toEqual(['answer'])
    FakePhone.last?.listener.onConnected({ callId: 'c', ownTag: 'o', switchTag: 's' })
    await flushPromises()
    expect(shown('supervision')?.textContent).toContain('正在与 00000000011 通话')
    await press('supervision-leave')
    expect(FakePhone.last?.done).toEqual(['answer', 'hangUp'])
  })

  it.each([
    ['phone-not-reachable', 409, '您的话机未注册'],
    ['not-found', 404, '客户已不在排队'],
  ] as const)('stays in line when it is refused: %s', async (kind, status, words) => {
    engine.on(`POST /calls/${waiting.callId}/pick`, () => problem(kind, status))
    await open()
    await press('call-acts-open')
    expect(shown('call-acts')?.textContent).toContain('桌面话机')
    await press('act-take')
    expect(document.body.textContent).toContain(words)
    expect(shown('call-acts')).not.toBeNull()
  })

  it.each([
    ['00000000011', '000****0011', true],
    ['00100000011', '000****0011', false],
    ['0000000011', '000****0011', false],
    ['', '', false],
    ['1011', '1011', true],
  ])('is told by a number of which a part is hidden: %s', (shown, hidden, is) => {
    expect(isNumber(shown, hidden)).toBe(is)
  })

  it('is not taken with a phone that is not ready', async () => {
    await open('webrtc')
    await press('call-acts-open')
    expect(shown('act-take')?.disabled).toBe(true)
  })
})
