import { describe, expect, it } from 'vitest'
import { inSight, rowAfter, scrollTo } from '@/desk/rows'
import { byUrgency, byWait, countStates, matching, riskOf, secondsLeft, serviceLevel, skillsOf } from '@/desk/wall'
import { agent, at, NOW, waitingCall, wallQueue } from './fixtures'

const now = Date.parse(NOW)
const ids = (calls: { callId: string }[]): string[] => calls.map((call) => call.callId)
const numbers = (agents: { agentNo: string }[]): string[] => agents.map((one) => one.agentNo)

describe('callers who wait', () => {
  it('stand with the least time left first, and those too late for after them', () => {
    const calls = [
      waitingCall({ callId: 'late', queuedAt: at(-20), dueAt: at(-8) }),
      waitingCall({ callId: 'fresh', dueAt: at(11) }),
      waitingCall({ callId: 'latest', queuedAt: at(-60), dueAt: at(-48) }),
      waitingCall({ callId: 'pressing', dueAt: at(2) }),
    ]
    expect(ids(byUrgency(calls, now))).toEqual(['pressing', 'fresh', 'latest', 'late'])
    expect(ids(byUrgency(calls, now + 3_000))).toEqual(['fresh', 'latest', 'late', 'pressing'])
  })

  it.each([
    [8, 'calm'],
    [5.9, 'soon'],
    [0.1, 'soon'],
    [0, 'late'],
    [-3, 'late'],
  ] as const)('with %s s left are %s', (left, risk) => {
    expect(secondsLeft(waitingCall({ dueAt: at(left) }), now)).toBeCloseTo(left)
    expect(riskOf(left)).toBe(risk)
  })
})

describe('agents', () => {
  const all = [
    agent({ agentNo: '1001', name: '测试甲', stateSince: at(-10) }),
    agent({ agentNo: '1002', name: '测试乙', state: 'RESERVED', skills: { fault: 3 }, stateSince: at(-30) }),
    agent({ agentNo: '1003', name: 'Test C', state: 'HELD', skills: { fault: 1, bill: 2 }, stateSince: at(-20) }),
  ]
  const by = (of: Partial<Parameters<typeof matching>[1]>): string[] =>
    numbers(matching(all, { text: '', order: 'number', ...of }))

  it('are counted by what they do', () => {
    expect(countStates(all)).toEqual({ IDLE: 1, RINGING: 1, TALKING: 1, ACW: 0, BUSY: 0, SIGNED_OUT: 0 })
    expect(skillsOf(all)).toEqual(['bill', 'fault', 'general'])
  })

  it('are found by state, skill, number and name', () => {
    expect(by({})).toEqual(['1001', '1002', '1003'])
    expect(by({ state: 'TALKING' })).toEqual(['1003'])
    expect(by({ skill: 'fault' })).toEqual(['1002', '1003'])
    expect(by({ skill: 'fault', state: 'RINGING' })).toEqual(['1002'])
    expect(by({ text: ' 002 ' })).toEqual(['1002'])
    expect(by({ text: 'test' })).toEqual(['1003'])
    expect(by({ text: '甲' })).toEqual(['1001'])
    expect(by({ order: 'longest' })).toEqual(['1002', '1003', '1001'])
  })
})

describe('the day', () => {
  it('has a service level: in time, of those answered and those who gave up too late', () => {
    const quiet = wallQueue({ today: { answered: 0, inTime: 0, abandoned: 3, abandonedLate: 0 } })
    const bad = wallQueue({ today: { answered: 90, inTime: 9, abandoned: 10, abandonedLate: 10 } })
    expect(serviceLevel([wallQueue()])).toBeCloseTo(0.81)
    expect(serviceLevel([wallQueue(), bad, quiet])).toBeCloseTo(0.45)
    expect(serviceLevel([quiet])).toBeUndefined()
    expect(serviceLevel([wallQueue({ today: undefined })])).toBeUndefined()
  })

  it('puts the queue with the longest wait first', () => {
    const queues = [
      wallQueue({ queue: 'quiet' }),
      wallQueue({ queue: 'waits', waitingSince: at(-3) }),
      wallQueue({ queue: 'empty' }),
      wallQueue({ queue: 'waits-long', waitingSince: at(-30) }),
    ]
    expect(byWait(queues).map((queue) => queue.queue)).toEqual(['waits-long', 'waits', 'quiet', 'empty'])
  })
})

describe('rows', () => {
  it('are drawn where they are in sight, and a few around', () => {
    expect(inSight(2000, 36, 0, 360)).toEqual({ first: 0, end: 16 })
    expect(inSight(2000, 36, 36_000, 360)).toEqual({ first: 994, end: 1016 })
    expect(inSight(3, 36, 36_000, 360)).toEqual({ first: 3, end: 3 })
    expect(inSight(0, 36, 0, 360)).toEqual({ first: 0, end: 0 })
  })

  it('come into sight by the shortest way', () => {
    expect(scrollTo(5, 36, 0, 360)).toBe(0)
    expect(scrollTo(10, 36, 0, 360)).toBe(36)
    expect(scrollTo(1, 36, 360, 360)).toBe(36)
  })

  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowUp', 0, 0],
    ['PageDown', 95, 99],
    ['PageUp', 15, 5],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['x', 50, undefined],
  ] as const)('%s leads from %s to %s', (key, from, to) => {
    expect(rowAfter(key, from, 100, 10)).toBe(to)
    expect(rowAfter(key, from, 0, 10)).toBeUndefined()
  })
})
