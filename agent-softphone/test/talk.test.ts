import { describe, expect, it } from 'vitest'
import type { Talk } from '@/api/types'
import { isReachable, matching } from '@/desk/colleagues'
import { afterState } from '@/desk/deskCall'
import { owesApology } from '@/desk/promise'
import { company, isRingFor, may, mayCall, stageOf, writtenNumber } from '@/desk/talk'
import { agent, at, pop } from './fixtures'

const CALL = 'vl1-7'
const talking = agent({ state: 'TALKING', callId: CALL })
const held = agent({ state: 'HELD', callId: CALL })
const talk = (of: Partial<Talk> = {}): Talk => ({
  callId: CALL,
  desks: [{ agentNo: '1001', state: 'TALKING' }],
  outside: [],
  ...of,
})
const asked = (of: Partial<NonNullable<Talk['asked']>> = {}): Talk =>
  talk({
    desks: [{ agentNo: '1001', state: 'ASKING' }],
    asked: { by: '1001', to: { agentNo: '1012' }, transfer: false, answered: false, ...of },
  })

describe('where a desk is with its talk', () => {
  it.each([
    ['none', agent(), undefined],
    ['none', agent({ state: 'RINGING', callId: CALL }), talk()],
    ['none', agent({ state: 'ACW', callId: CALL }), talk()],
    ['talking', talking, undefined],
    ['holding', held, undefined],
    ['talking', talking, talk()],
    ['talking', talking, talk({ callId: 'another', asked: asked().asked })],
    ['holding', held, talk({ desks: [{ agentNo: '1001', state: 'HOLDING' }] })],
    ['asking', held, asked()],
    ['consulting', held, asked({ answered: true })],
    ['passing', held, asked({ transfer: true })],
    ['asked', agent({ agentNo: '1012', state: 'TALKING', callId: CALL }), asked({ answered: true })],
    ['talking', talking, asked({ by: '1003', to: { agentNo: '1012' } })],
  ])('%s', (stage, me, of) => {
    expect(stageOf(me, of, undefined)).toBe(stage)
  })

  it('calling until whoever is called has answered', () => {
    const out = { callId: CALL, to: { agentNo: '1012' }, answered: false }
    expect(stageOf(agent({ state: 'RINGING', callId: CALL }), undefined, out)).toBe('calling')
    expect(stageOf(talking, talk(), out)).toBe('calling')
    expect(stageOf(talking, talk(), { ...out, answered: true })).toBe('talking')
    expect(stageOf(agent(), undefined, out)).toBe('none')
  })

  it('decides what may be done', () => {
    expect([may('talking', 'hold'), may('talking', 'resume'), may('talking', 'complete')]).toEqual([true, false, false])
    expect([may('holding', 'resume'), may('holding', 'hold')]).toEqual([true, false])
    expect([may('asking', 'complete'), may('asking', 'back')]).toEqual([false, true])
    expect([may('consulting', 'complete'), may('consulting', 'confer')]).toEqual([true, true])
    expect([may('passing', 'back'), may('passing', 'confer')]).toEqual([true, false])
    expect([may('asked', 'hold'), may('none', 'help')]).toEqual([false, false])
  })

  it.each([
    ['IDLE', true, true],
    ['BUSY', true, true],
    ['ACW', true, true],
    ['IDLE', false, false],
    ['TALKING', true, false],
    ['SIGNED_OUT', true, false],
  ] as const)('whoever is %s with a phone reachable: %s may call: %s', (state, phoneReachable, can) => {
    expect(mayCall(agent({ state, phoneReachable }))).toBe(can)
  })
})

describe('who is in the talk', () => {
  const caller = { number: '00000000002' }

  it('are the caller and other desks, without whoever is only asked', () => {
    expect(company(talk(), '1001', caller)).toEqual([caller])
    const three = talk({ desks: [...talk().desks, { agentNo: '1012', state: 'TALKING' }] })
    expect(company(three, '1001', caller)).toEqual([caller, { agentNo: '1012' }])
    expect(company(three, '1001', { agentNo: '1012' })).toEqual([{ agentNo: '1012' }])
    expect(company({ ...three, asked: asked({ transfer: true }).asked }, '1001', caller)).toEqual([caller])
  })

  it('are somebody outside, too, and no caller who is gone', () => {
    expect(company(talk({ outside: ['00000000009'] }), '1001', caller)).toEqual([caller, { number: '00000000009' }])
    expect(company(undefined, '1001', undefined)).toEqual([])
  })
})

describe('a number', () => {
  it.each([
    ['0000-0000 009', '00000000009'],
    ['+86 138 0000 0000', '+8613800000000'],
    ['95598', '95598'],
    ['（010）1234–5678', '01012345678'],
    ['12', undefined],
    ['abc', undefined],
    ['+0123456789', undefined],
    ['12345678901234567', undefined],
    ['000****0009', undefined],
    ['', undefined],
  ])('written %s is %s', (written, number) => {
    expect(writtenNumber(written)).toBe(number)
  })

  it.each([
    [{ agentNo: '1012' }, '1012', true],
    [{ agentNo: '1012' }, '1013', false],
    [{ number: '00000000009' }, '00000000009', true],
    [{ number: '+86 10 1234 5678' }, '01012345678', true],
    [{ number: '00000000009' }, '00000000008', false],
    [{ number: '00000000009' }, '', false],
  ])('%o rings the own phone as %s: %s', (to, shown, own) => {
    expect(isRingFor(to, shown)).toBe(own)
  })
})

describe('colleagues', () => {
  const all = [
    agent({ agentNo: '1014', state: 'SIGNED_OUT', phoneReachable: false }),
    agent({ agentNo: '1013', name: 'Wang', state: 'TALKING' }),
    agent({ agentNo: '2003', role: 'supervisor', state: 'SIGNED_OUT' }),
    agent({ agentNo: '1012', state: 'IDLE' }),
    agent({ agentNo: '1011', state: 'IDLE', phoneReachable: false }),
    agent(),
  ]
  const found = (written: string): string[] => matching(all, '1001', written).map(({ agentNo }) => agentNo)

  it('are listed idle first, and never oneself', () => {
    expect(found('')).toEqual(['1012', '2003', '1011', '1013', '1014'])
    expect(all.filter(isReachable).map(({ agentNo }) => agentNo)).toEqual(['2003', '1012', '1001'])
  })

  it('are found by number or name', () => {
    expect(found('101')).toEqual(['1012', '1011', '1013', '1014'])
    expect(found(' wang ')).toEqual(['1013'])
    expect(found('nobody')).toEqual([])
  })
})

describe('a call that another desk passes on', () => {
  const passed = pop({ passedOn: { agentNo: '1003', notes: 'asks about a bill' }, promiseSecondsLeft: -90 })

  it('is gone when it rings no more, though no event tells', () => {
    const ringing = { pop: passed, phase: 'ringing' } as const
    expect(afterState(ringing, agent({ stateSince: at(-65) }))).toBe(ringing)
    expect(afterState(ringing, agent({ stateSince: at(8) }))).toBeUndefined()
    expect(afterState({ ...ringing, pop: pop() }, agent({ stateSince: at(8) }))?.phase).toBe('ringing')
  })

  it('needs no apology: whoever passed it on has spoken already', () => {
    expect(owesApology({ pop: passed, phase: 'ringing' }, Date.parse(at(5)))).toBe(false)
  })
})
