import { describe, expect, it } from 'vitest'
import { afterEvent, afterSession, afterState, type DeskCall } from '@/desk/deskCall'
import type { CallEnded } from '@/api/types'
import { agent, at, pop, session } from './fixtures'

const ringing: DeskCall = { pop: pop(), phase: 'ringing' }
const talking: DeskCall = { pop: pop(), phase: 'talking', answeredAt: at(3) }
const ended = (of: Partial<CallEnded> = {}): CallEnded => ({
  type: 'call.ended',
  at: at(60),
  callId: pop().callId,
  agentNo: '1001',
  outcome: 'ANSWERED',
  ...of,
})
const answered = { type: 'call.answered', at: at(3), callId: pop().callId, agentNo: '1001' } as const

describe('a supervisor', () => {
  const chief = agent({ agentNo: '2003', role: 'supervisor', state: 'SIGNED_OUT', stateSince: at(100) })
  const own = pop({ agentNo: '2003' })
  const up = { ...own, answeredAt: at(3) }
  const talk: DeskCall = { pop: up, phase: 'talking', answeredAt: at(3) }

  it('has a caller whatever the state says, which tells nothing of it', () => {
    expect(afterState(talk, chief)).toBe(talk)
    expect(afterState({ pop: own, phase: 'ringing' }, chief)).toEqual({ pop: own, phase: 'ringing' })
  })

  it('has it after a refresh as the server knows it', () => {
    expect(afterSession(undefined, session({ agent: chief, currentCall: own }))).toEqual({ pop: own, phase: 'ringing' })
    expect(afterSession(undefined, session({ agent: chief, currentCall: up }))).toEqual(talk)
    expect(afterSession(talk, session({ agent: chief }))).toEqual({ ...talk, phase: 'ended' })
    expect(afterSession({ ...talk, phase: 'ringing' }, session({ agent: chief }))).toBeUndefined()
  })

  it.each(['MONITOR', 'WHISPER', 'BARGE'] as const)('has nothing left of a talk when the phone is off: %s', (supervision) => {
    const guest: DeskCall = { ...talk, pop: { ...up, supervision } }
    expect(afterEvent(guest, ended({ agentNo: '2003' }))).toBeUndefined()
    expect(afterSession(guest, session({ agent: chief }))).toBeUndefined()
  })
})

describe('events', () => {
  it('carry a call from the ring to its end', () => {
    const rung = afterEvent(undefined, pop())
    expect(rung).toEqual(ringing)
    const answer = afterEvent(rung, answered)
    expect(answer).toEqual(talking)
    expect(afterEvent(answer, ended())).toEqual({ ...talking, phase: 'ended', endedAt: at(60) })
  })

  it.each(['NOT_ANSWERED', 'REJECTED', 'CALLER_LEFT', 'SUPERSEDED', 'UNREACHABLE'] as const)(
    'take a ring away that ended %s',
    (outcome) => expect(afterEvent(ringing, ended({ outcome }))).toBeUndefined(),
  )

  it('of another call change nothing', () => {
    expect(afterEvent(talking, ended({ callId: 'vl1-other' }))).toBe(talking)
    expect(afterEvent(undefined, answered)).toBeUndefined()
  })

  it('of another agent answering do not make this one talk', () => {
    expect(afterEvent(ringing, { ...answered, agentNo: '1002' })).toBe(ringing)
  })

  it('said twice or out of order change nothing', () => {
    expect(afterEvent(talking, answered)).toBe(talking)
    expect(afterEvent(talking, pop())).toEqual(talking)
    const over = afterEvent(talking, ended())
    expect(afterEvent(over, ended({ at: at(99) }))).toBe(over)
    expect(afterEvent(over, answered)).toBe(over)
  })

  it('offer the same caller anew after a missed ring', () => {
    const again = pop({ at: at(30) })
    expect(afterEvent(ringing, again)).toEqual({ pop: again, phase: 'ringing' })
  })

  it.each([ringing, talking])('bring the customer later without starting anything anew ($phase)', (call) => {
    const before = { ...call, pop: { ...pop(), customer: undefined } }
    const later = pop({ at: at(2), promiseSecondsLeft: 8 })
    expect(afterEvent(before, later)).toEqual(call)
  })

  it('begin a wrap-up when the answer itself was never heard of', () => {
    expect(afterEvent(ringing, ended())).toMatchObject({ phase: 'ended', endedAt: at(60) })
  })
})

describe('the agent’s state', () => {
  const now = (of: Parameters<typeof agent>[0]) => agent({ stateSince: at(40), callId: pop().callId, ...of })

  it('tells a talk and its end where the event was lost', () => {
    expect(afterState(ringing, now({ state: 'TALKING' }))).toEqual({ ...ringing, phase: 'talking', answeredAt: at(40) })
    expect(afterState(talking, now({ state: 'ACW' }))).toEqual({ ...talking, phase: 'ended', endedAt: at(40) })
  })

  it('free again ends what was talked, not what rings: the ring’s own end says how', () => {
    expect(afterState(talking, agent({ state: 'IDLE' }))).toBeUndefined()
    expect(afterState({ ...talking, phase: 'ended' }, agent({ state: 'BUSY' }))).toBeUndefined()
    expect(afterState(ringing, agent({ state: 'BUSY' }))).toBe(ringing)
  })

  it('of another call changes nothing', () => {
    expect(afterState(talking, now({ state: 'ACW', callId: 'vl1-other' }))).toBe(talking)
  })
})

describe('the session read again', () => {
  const read = (state: Parameters<typeof agent>[0], currentCall = pop()) =>
    session({ agent: agent({ stateSince: at(5), ...state }), currentCall })

  it('leads a refreshed page back into its call', () => {
    expect(afterSession(undefined, read({ state: 'RINGING' }))).toEqual(ringing)
    expect(afterSession(undefined, read({ state: 'TALKING' }))).toMatchObject({ phase: 'talking', answeredAt: at(5) })
    expect(afterSession(undefined, read({ state: 'ACW' }))).toMatchObject({ phase: 'ended', endedAt: at(5) })
  })

  it('keeps what the desk knew better', () => {
    expect(afterSession(talking, read({ state: 'HELD' }))).toMatchObject({ answeredAt: at(3) })
  })

  it('ends what is over', () => {
    expect(afterSession(talking, session())).toBeUndefined()
    expect(afterSession(talking, read({ state: 'IDLE' }))).toBeUndefined()
  })
})
