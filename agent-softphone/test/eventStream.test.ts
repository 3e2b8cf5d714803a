import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { backoff } from '@/events/backoff'
import { EventStream, eventsUrl } from '@/events/eventStream'
import type { DeskEvent } from '@/api/types'
import { FakeSocket } from './fakeSocket'
import { pop } from './fixtures'

describe('back-off', () => {
  it('doubles from half a second to fifteen', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 60].map((attempt) => backoff(attempt, 0))).toEqual([
      500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000,
    ])
  })

  it('is spread by up to half', () => {
    expect(backoff(3, 0.999)).toBeGreaterThanOrEqual(2000)
    expect(backoff(3, 0.999)).toBeLessThan(2100)
  })
})

describe('the event stream', () => {
  const heard: DeskEvent[] = []
  const states: string[] = []
  let stream: EventStream

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('WebSocket', FakeSocket)
    FakeSocket.all = []
    heard.length = 0
    states.length = 0
    const listener = { onEvent: (event: DeskEvent) => heard.push(event), onState: (state: string) => states.push(state) }
    stream = new EventStream('ws://desk/api/v1/events', { token: 'token-1' }, listener, () => 0)
    stream.open()
  })

  afterEach(() => {
    stream.close()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('shows its token first and then hands on what it hears', () => {
    FakeSocket.latest().accept()
    FakeSocket.latest().tell(pop())
    expect(FakeSocket.latest().sent).toEqual(['{"token":"token-1"}'])
    expect(heard).toEqual([pop()])
    expect(states).toEqual(['connecting', 'open'])
  })

  it('is not upset by what is no event', () => {
    FakeSocket.latest().onmessage({ data: 'no json' })
    FakeSocket.latest().onmessage({ data: '[]' })
    expect(heard).toEqual([])
  })

  it('comes back, later each time, and soon again once it was served', () => {
    FakeSocket.latest().accept()
    FakeSocket.latest().close()
    expect(states.at(-1)).toBe('lost')
    vi.advanceTimersByTime(500)
    expect(FakeSocket.all).toHaveLength(2)
    FakeSocket.latest().close()
    vi.advanceTimersByTime(999)
    expect(FakeSocket.all).toHaveLength(2)
    vi.advanceTimersByTime(1)
    expect(FakeSocket.all).toHaveLength(3)
    FakeSocket.latest().accept()
    FakeSocket.latest().tell(pop())
    FakeSocket.latest().close()
    vi.advanceTimersByTime(500)
    expect(FakeSocket.all).toHaveLength(4)
  })

  it('does not hammer a server that opens and closes', () => {
    for (let round = 0; round < 3; round++) {
      FakeSocket.latest().accept()
      FakeSocket.latest().close()
      vi.advanceTimersToNextTimer()
    }
    FakeSocket.latest().close()
    vi.advanceTimersByTime(3999)
    expect(FakeSocket.all).toHaveLength(4)
  })

  it('does not wait when the network is back', () => {
    FakeSocket.latest().close()
    window.dispatchEvent(new Event('online'))
    expect(FakeSocket.all).toHaveLength(2)
    vi.advanceTimersByTime(60_000)
    expect(FakeSocket.all).toHaveLength(2)
  })

  it('stays away once closed', () => {
    stream.close()
    vi.advanceTimersByTime(60_000)
    expect(FakeSocket.all).toHaveLength(1)
  })
})

it('the events come from where the page came from', () => {
  expect(eventsUrl({ protocol: 'https:', host: 'desk:8443' } as Location)).toBe('wss://desk:8443/api/v1/events')
  expect(eventsUrl({ protocol: 'http:', host: 'localhost:8080' } as Location)).toBe('ws://localhost:8080/api/v1/events')
})
