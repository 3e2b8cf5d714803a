import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import App from '@/App.vue'
import type { Agent, Talk, TalkChanged } from '@/api/types'
import { i18n, setLanguage } from '@/i18n'
import { FakeEngine, json, problem } from './fakeEngine'
import { FakePhone } from './fakePhone'
import { FakeSocket } from './fakeSocket'
import { agent, at, call, pop, session } from './fixtures'

vi.mock('@/phone/jssipPhone', async () => ({ JsSipPhone: (await import('./fakePhone')).FakePhone }))
vi.mock('@/phone/ringTone', () => ({ startRinging: () => () => undefined, beep: () => Promise.resolve() }))

const CALL = pop().callId
const COLLEAGUES = [
  agent(),
  agent({ agentNo: '1012', name: '测试座席1012' }),
  agent({ agentNo: '1013', name: '测试座席1013', state: 'TALKING' }),
]

let engine: FakeEngine
let page: VueWrapper
let asked: [string, unknown][]

const byId = (id: string) => page.find(`[data-testid="${id}"]`)
const inBody = <T extends HTMLElement>(id: string): T | null => document.querySelector<T>(`[data-testid="${id}"]`)
const stage = () => byId('talk-panel').attributes('data-stage')

const talk = (of: Partial<Talk> = {}): Talk => ({
  callId: CALL,
  desks: [{ agentNo: '1001', state: 'TALKING' }],
  outside: [],
  ...of,
})
const asking = (answered: boolean, of: object = {}): Talk =>
  talk({
    desks: [{ agentNo: '1001', state: 'ASKING' }],
    asked: { by: '1001', to: { agentNo: '1012' }, transfer: false, answered, ...of },
  })
const changed = (change: TalkChanged['change'], of: Talk, by = '1001'): TalkChanged => ({
  type: 'talk.changed',
  at: at(5),
  talk: of,
  change,
  by,
})
const agentIs = (of: Partial<Agent>) => ({ type: 'agent.state', at: at(0), agent: agent({ callId: CALL, ...of }) }) as const

/** The engine takes this, remembers it, and answers so. */
function takes(operation: string, answer: () => Response = () => json(talk())): void {
  engine.on(operation, (body) => {
    asked.push([operation, body])
    return answer()
  })
}

async function tell(...events: Parameters<FakeSocket['tell']>[0][]): Promise<void> {
  events.forEach((event) => {
    engine.follow(event)
    FakeSocket.latest().tell(event)
  })
  await flushPromises()
}

/** A part that appears in the very millisecond of a click is not clicked; here no time passes by itself. */
async function click(id: string, detail = 1): Promise<void> {
  vi.setSystemTime(Date.now() + 1)
  inBody(id)?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }))
  await flushPromises()
}

async function write(id: string, text: string): Promise<void> {
  const field = inBody<HTMLInputElement>(id)
  if (field === null) throw new Error(`no field ${id}`)
  field.value = text
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}

async function press(letter: string): Promise<void> {
  window.dispatchEvent(new KeyboardEvent('keydown', { code: `Key${letter}`, altKey: true }))
  await flushPromises()
}

async function go(): Promise<void> {
  inBody('chooser-go')?.closest('form')?.dispatchEvent(new Event('submit'))
  await flushPromises()
}

async function open(of = session()): Promise<void> {
  engine.session = of
  sessionStorage.setItem('voltline.token', 'token-1')
  page = mount(App, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
  FakeSocket.latest().accept()
  await flushPromises()
}

async function openTalking(): Promise<void> {
  await open(session({ agent: agent({ state: 'TALKING', callId: CALL }), currentCall: pop() }))
}

enableAutoUnmount(afterEach)

beforeEach(() => {
  vi.setSystemTime(at(0))
  asked = []
  engine = new FakeEngine()
  engine.install()
  engine.on('GET /agents', () => json({ agents: COLLEAGUES }))
  engine.on(`GET /calls/${CALL}/talk`, () => json(talk()))
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

describe('hold', () => {
  const holding = talk({ desks: [{ agentNo: '1001', state: 'HOLDING' }] })

  it('by a key, seen by its timer, and taken back by the same key', async () => {
    await openTalking()
    takes(`POST /calls/${CALL}/hold`, () => json(holding))
    takes(`POST /calls/${CALL}/resume`)
    await press('O')
    await tell(changed('HELD', holding), agentIs({ state: 'HELD', stateSince: at(-75) }))
    expect(stage()).toBe('holding')
    expect(byId('hold-timer').text()).toContain('1:15')
    expect(byId('call-panel').text()).toContain('保持中')
    await press('O')
    await tell(changed('RESUMED', talk()), agentIs({ state: 'TALKING' }))
    expect(stage()).toBe('talking')
    expect(byId('hold-timer').exists()).toBe(false)
    expect(asked.map(([operation]) => operation.split('/').at(-1))).toEqual(['hold', 'resume'])
  })

  it('is asked for once by a double click, and not taken back by it', async () => {
    await openTalking()
    takes(`POST /calls/${CALL}/hold`, () => json(holding))
    takes(`POST /calls/${CALL}/resume`)
    await click('hold')
    await click('resume', 2)
    expect(asked).toHaveLength(1)
    expect(stage()).toBe('holding')
  })

  it('refused says why', async () => {
    await openTalking()
    takes(`POST /calls/${CALL}/hold`, () => problem('invalid-state', 409))
    await click('hold')
    expect(document.body.textContent).toContain('通话状态已变化')
  })
})

describe('a colleague', () => {
  it('is found by number, asked with a note, and takes the talk', async () => {
    await openTalking()
    takes(`POST /calls/${CALL}/consult`, () => json(asking(false)))
    takes(`POST /calls/${CALL}/consult/complete`)
    await press('C')
    expect(inBody('choose-1013')?.getAttribute('aria-disabled')).toBe('true')
    await write('chooser-search', '1012')
    await write('chooser-notes', '客户问电费')
    await go()
    expect(asked).toEqual([[`POST /calls/${CALL}/consult`, { agentNo: '1012', notes: '客户问电费' }]])
    await tell(changed('ASKING', asking(false)), agentIs({ state: 'HELD', stateSince: at(0) }))
    expect(stage()).toBe('asking')
    expect(byId('talk-line').text()).toContain('1012 测试座席1012，尚未接听')
    expect(byId('complete').exists()).toBe(false)
    await press('T')
    await tell(changed('ANSWERED', asking(true)))
    expect(byId('talk-line').text()).toContain('正在咨询 1012 测试座席1012')
    await press('T')
    expect(asked.at(-1)?.[0]).toBe(`POST /calls/${CALL}/consult/complete`)
    expect(asked).toHaveLength(2)
  })

  it('written before the list is new is chosen once free, and not given up for another', async () => {
    const are = (state: Agent['state']) =>
      engine.on('GET /agents', () =>
        json({ agents: [agent({ agentNo: '1012', state }), agent({ agentNo: '1019', state: 'TALKING' })] }),
      )
    const chosen = () => document.querySelector('[data-testid^="choose-"][aria-selected="true"]')?.getAttribute('data-testid')
    are('ACW')
    await openTalking()
    vi.useFakeTimers()
    await click('consult')
    await write('chooser-search', '101')
    expect(chosen()).toBeUndefined()
    are('IDLE')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(chosen()).toBe('choose-1012')
    engine.on('GET /agents', () =>
      json({ agents: [agent({ agentNo: '1012', state: 'TALKING' }), agent({ agentNo: '1019' })] }),
    )
    await vi.advanceTimersByTimeAsync(2_000)
    expect(chosen()).toBe('choose-1012')
  })

  it('who refuses leaves what was written, and the page says why', async () => {
    await openTalking()
    takes(`POST /calls/${CALL}/consult`, () => problem('not-idle', 409))
    await click('consult')
    await write('chooser-search', '1012')
    await write('chooser-notes', '客户问电费')
    await go()
    expect(inBody('chooser-problem')?.textContent).toContain('对方现在不接电话')
    expect(inBody<HTMLTextAreaElement>('chooser-notes')?.value).toBe('客户问电费')
    expect(inBody('choose-1012')?.getAttribute('aria-selected')).toBe('true')
  })

  it('is asked once, however often the button is pressed, and is not known of in the next call', async () => {
    await openTalking()
    let answer: (of: Response) => void = () => undefined
    engine.on(`POST /calls/${CALL}/consult`, (body) => {
      asked.push(['consult', body])
      return new Promise((done) => (answer = done))
    })
    await click('consult')
    await write('chooser-search', '1012')
    await write('chooser-notes', '客户问电费')
    await go()
    await go()
    answer(problem('not-idle', 409))
    await flushPromises()
    expect(asked).toHaveLength(1)
    expect(inBody<HTMLTextAreaElement>('chooser-notes')?.value).toBe('客户问电费')
    await tell(agentIs({ state: 'ACW' }), agentIs({ state: 'TALKING', callId: 'another' }))
    await click('consult')
    expect(inBody<HTMLTextAreaElement>('chooser-notes')?.value).toBe('')
  })

  it('who does not answer, or hangs up, is told', async () => {
    await openTalking()
    await tell(changed('ASKING', asking(false)), changed('BACK', talk()))
    expect(byId('talk-news').attributes('data-what')).toBe('notAnswered')
    await tell(changed('ASKING', asking(false)))
    expect(byId('talk-news').exists()).toBe(false)
    await tell(changed('ANSWERED', asking(true)), changed('BACK', talk()))
    expect(byId('talk-news').text()).toContain('1012 测试座席1012 已挂断')
  })

  it('is taken into the talk, and all are named', async () => {
    await openTalking()
    takes(`POST /calls/${CALL}/consult/conference`)
    await tell(changed('ANSWERED', asking(true)))
    await press('C')
    const three = talk({ desks: [...talk().desks, { agentNo: '1012', state: 'TALKING' }] })
    await tell(changed('CONFERENCE', three))
    expect(page.findAll('[data-testid="talk-member"]').map((one) => one.text())).toEqual([
      '00000000002',
      '1012 测试座席1012',
    ])
    await click('leave')
    expect(FakePhone.last?.done).toContain('hangUp')
  })
})

describe('the talk is passed on', () => {
  it('to a number outside, once it is written well and if the server lets', async () => {
    await openTalking()
    takes(`POST /calls/${CALL}/transfer`, () => problem('forbidden', 403))
    await press('T')
    await click('kind-number')
    await write('chooser-number', '12')
    await go()
    expect(inBody('chooser-problem')?.textContent).toContain('3 至 16 位')
    expect(asked).toEqual([])
    await write('chooser-number', '+1 202 555 0100')
    await go()
    expect(asked).toEqual([[`POST /calls/${CALL}/transfer`, { number: '+12025550100' }]])
    expect(inBody('chooser-problem')?.textContent).toContain('没有权限')
    expect(inBody<HTMLInputElement>('chooser-number')?.value).toBe('+1 202 555 0100')
  })

  it('to a queue', async () => {
    await openTalking()
    const general = { queue: 'general', waiting: 0, longestWaitSeconds: 0, agentsIdle: 2 }
    const queues = [{ ...general, agentsRinging: 0, agentsTalking: 1, agentsBusy: 0 }]
    await tell({ type: 'queue.stats', at: at(1), queues })
    takes(`POST /calls/${CALL}/transfer`, () => json(talk({ desks: [] })))
    await press('T')
    await click('kind-queue')
    await click('choose-general')
    await go()
    expect(asked).toEqual([[`POST /calls/${CALL}/transfer`, { queue: 'general' }]])
  })

  it('to me: from whom and with what note is seen, and what may be done once I have it', async () => {
    await open()
    engine.on(`GET /calls/${CALL}/talk`, () =>
      json(talk({ desks: [{ agentNo: '1003', state: 'ASKING' }], asked: { by: '1003', to: { agentNo: '1001' }, transfer: false, answered: true } })),
    )
    await tell(agentIs({ state: 'RINGING' }), pop({ passedOn: { agentNo: '1003', notes: '客户问电费' } }))
    expect(byId('pop-passed-on').text()).toContain('1003')
    expect(byId('pop-notes').text()).toBe('客户问电费')
    expect(byId('ring-left').exists()).toBe(false)
    await tell(agentIs({ state: 'TALKING' }))
    expect(stage()).toBe('asked')
    expect(byId('hold').exists()).toBe(false)
    await tell(changed('TRANSFERRED', talk(), '1003'))
    expect(stage()).toBe('talking')
    expect(byId('hold').exists()).toBe(true)
  })
})

it('help asked for is confirmed', async () => {
  await openTalking()
  takes(`POST /calls/${CALL}/help`, () => new Response(null, { status: 204 }))
  await click('help')
  expect(asked).toHaveLength(1)
  expect(byId('help-asked').text()).toContain('已通知班长')
})

it('a page that was refreshed finds the talk as it is', async () => {
  engine.on(`GET /calls/${CALL}/talk`, () => json(asking(true)))
  await open(session({ agent: agent({ state: 'HELD', callId: CALL }), currentCall: pop() }))
  expect(stage()).toBe('consulting')
})

describe('calling', () => {
  const made = 'desk-1'
  const outgoing = (of: Partial<Agent>) => agentIs({ callId: made, ...of })

  it('a number: the own ring is answered by itself, and the number is there to be called again', async () => {
    await open()
    takes('POST /calls', () => json({ callId: made }, 201))
    await press('N')
    await click('kind-number')
    await write('chooser-number', '0000 0000 009')
    await go()
    expect(asked).toEqual([['POST /calls', { number: '00000000009' }]])
    await tell(outgoing({ state: 'RINGING' }))
    FakePhone.last?.listener.onRinging('00000000009')
    await flushPromises()
    expect(FakePhone.last?.done).toEqual(['answer'])
    expect(byId('talk-line').text()).toContain('正在呼叫 00000000009')
    await tell(outgoing({ state: 'TALKING' }), changed('ANSWERED', talk({ callId: made })))
    expect(stage()).toBe('talking')
    await tell(agentIs({ state: 'ACW', callId: made }))
    expect(byId('redial').text()).toContain('00000000009')
    expect(byId('talk-news').exists()).toBe(false)
    await click('redial')
    expect(asked).toHaveLength(2)
  })

  it('somebody who does not answer is told, by the desk phone too', async () => {
    await open(session({ agent: agent({ phone: 'sip' }) }))
    takes('POST /calls', () => json({ callId: made }, 201))
    await click('call-last-caller')
    expect(asked).toEqual([['POST /calls', { number: call().caller }]])
    await tell(outgoing({ phone: 'sip', state: 'RINGING' }))
    expect(byId('talk-line').text()).toContain('请先拿起话机')
    await tell(outgoing({ phone: 'sip', state: 'TALKING' }))
    expect(stage()).toBe('calling')
    await tell({ type: 'agent.state', at: at(9), agent: agent({ phone: 'sip', state: 'ACW' }) })
    expect(byId('talk-news').text()).toContain('00000000005 未接通')
  })

  it('a stranger’s ring is not answered by itself', async () => {
    await open()
    takes('POST /calls', () => json({ callId: made }, 201))
    await click('call-last-caller')
    FakePhone.last?.listener.onRinging('00000000007')
    await flushPromises()
    expect(FakePhone.last?.done).toEqual([])
  })

  it('makes way for a ring, and what was written is still there after it', async () => {
    await open()
    await press('N')
    await click('kind-number')
    await write('chooser-number', '0000 0000 009')
    await tell(agentIs({ state: 'RINGING' }), pop())
    expect(inBody('chooser')?.closest<HTMLElement>('.el-overlay')?.style.display).toBe('none')
    await tell({ type: 'agent.state', at: at(9), agent: agent({ state: 'IDLE' }) })
    await press('N')
    expect(inBody<HTMLInputElement>('chooser-number')?.value).toBe('0000 0000 009')
  })

  it('is not offered while the phone is not there', async () => {
    await open(session({ agent: agent({ phoneReachable: false }) }))
    expect(byId('call-out').attributes('disabled')).toBeDefined()
    expect(byId('talk-panel').text()).toContain('话机未就绪')
  })

  it('goes on after a refresh, and the called one sees who calls', async () => {
    const record = call({ callId: made, direction: 'DESK', madeBy: '1003', caller: '1001' })
    engine.on(`GET /calls/${made}`, () => json(record))
    engine.on(`GET /calls/${made}/talk`, () => json({ ...talk(), callId: made }))
    await open(session({ agent: agent({ state: 'TALKING', callId: made }) }))
    expect(byId('talk-line').text()).toContain('1003')
    page.unmount()
    const part = { kind: 'OUT', by: '1001', to: { agentNo: '1012' }, beganAt: at(-9), answeredAt: at(-3) } as const
    engine.on(`GET /calls/${made}`, () => json({ ...record, madeBy: '1001', caller: '1012', parts: [part] }))
    await open(engine.session)
    expect(byId('talk-line').text()).toContain('正在与 1012 测试座席1012 通话')
  })
})
