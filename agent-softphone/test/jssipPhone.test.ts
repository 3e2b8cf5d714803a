import { beforeEach, describe, expect, it, vi } from 'vitest'
import { JsSipPhone } from '@/phone/jssipPhone'
import type { PhoneListener } from '@/phone/phone'

type Heard = (event: never) => void

/** What JsSIP is to the phone, told what to say by the test. */
class Told {
  readonly heard = new Map<string, Heard[]>()
  on(name: string, then: Heard): void {
    this.heard.set(name, [...(this.heard.get(name) ?? []), then])
  }
  tell(name: string, event: unknown = {}): void {
    this.heard.get(name)?.forEach((then) => then(event as never))
  }
}

class FakeSession extends Told {
  readonly done: string[] = []
  private stateTold: () => void = () => undefined
  readonly connection = {
    connectionState: 'connected',
    getSenders: () => [],
    addEventListener: (name: string, then: () => void) => {
      if (name === 'connectionstatechange') this.stateTold = then
    },
  }
  constructor(readonly direction: 'incoming' | 'outgoing') {
    super()
  }
  isEstablished = () => true
  isEnded = () => false
  mute = () => this.done.push('mute')
  unmute = () => this.done.push('unmute')
  terminate: (options?: { cause?: string }) => void = () => this.done.push('terminate')
  connectionIs(state: string): void {
    this.connection.connectionState = state
    this.stateTold()
  }
}

class FakeUa extends Told {
  static last: FakeUa
  online = true
  readonly called: FakeSession[] = []
  constructor() {
    super()
    FakeUa.last = this
  }
  isConnected = () => this.online
  call(): FakeSession {
    const session = new FakeSession('outgoing')
    this.called.push(session)
    return session
  }
}

vi.mock('jssip', () => ({
  UA: function () {
    return new FakeUa()
  },
  WebSocketInterface: vi.fn(),
  C: { causes: { RTP_TIMEOUT: 'RTP Timeout', CONNECTION_ERROR: 'Connection Error', REQUEST_TIMEOUT: 'Request Timeout' } },
}))

const talk = { callId: 'c', ownTag: 'o', switchTag: 's' }
let told: string[]
let phone: JsSipPhone
let session: FakeSession

beforeEach(() => {
  told = []
  const listener = new Proxy({}, { get: (_, name) => () => told.push(String(name)) }) as unknown as PhoneListener
  phone = new JsSipPhone({ uri: 'sip:1001@localhost', password: 'synthetic', server: 'ws://localhost/sip' }, listener)
  session = new FakeSession('incoming')
  const request = { from: { uri: { user: '00000000001' } }, call_id: 'c', from_tag: 's', to_tag: 'o' }
  FakeUa.last.tell('newRTCSession', { session, request })
  session.tell('peerconnection', { peerconnection: session.connection })
  session.tell('accepted', {})
  told = []
})

describe('a talk whose sound has no way any more', () => {
  it('is told as lost and not hung up, and its end then says nothing', () => {
    session.terminate({ cause: 'RTP Timeout' })
    expect(session.done).toEqual([])
    expect(told).toEqual(['onLost'])
    phone.rejoin(talk, false)
    session.tell('ended', { originator: 'remote', cause: 'Terminated' })
    expect(told).toEqual(['onLost'])
  })

  it('is told by the connection, where ICE only says it is disconnected, and its remains end when it is taken over', () => {
    session.connectionIs('disconnected')
    expect(told).toEqual([])
    session.connectionIs('failed')
    expect(told).toEqual(['onLost'])
    phone.rejoin(talk, false)
    expect(session.done).toEqual([])
    FakeUa.last.called[0]?.tell('confirmed')
    expect(session.done).toEqual(['terminate'])
  })

  it('ends with its remains when it can not be taken over', () => {
    session.connectionIs('failed')
    phone.rejoin(talk, false)
    FakeUa.last.called[0]?.tell('failed', { originator: 'remote', cause: 'Not Found' })
    expect(told).toEqual(['onLost', 'onEnded'])
    expect(session.done).toEqual(['terminate'])
  })

  it('is hung up when the agent has hung up, as soon as the line is back', () => {
    FakeUa.last.online = false
    phone.hangUp()
    session.terminate({ cause: 'RTP Timeout' })
    expect(told).toEqual([])
    FakeUa.last.tell('connected')
    expect(session.done).toEqual(['mute', 'terminate'])
  })

  it('is lost again when the line goes while it is taken over', () => {
    session.terminate({ cause: 'RTP Timeout' })
    phone.rejoin(talk, false)
    FakeUa.last.called[0]?.tell('failed', { originator: 'local', cause: 'Connection Error' })
    expect(told).toEqual(['onLost', 'onLost'])
    phone.rejoin(talk, false)
    FakeUa.last.called[1]?.tell('failed', { originator: 'remote', cause: 'Not Found' })
    expect(told.at(-1)).toBe('onEnded')
  })
})

describe('muted', () => {
  it('a talk is taken over before anything of it is sent', () => {
    session.tell('ended', { originator: 'remote', cause: 'Terminated' })
    phone.rejoin(talk, true)
    expect(FakeUa.last.called[0]?.done).toEqual([])
    FakeUa.last.called[0]?.tell('sending')
    expect(FakeUa.last.called[0]?.done).toEqual(['mute'])
  })

  it('whoever hung up without a line stays', () => {
    FakeUa.last.online = false
    phone.hangUp()
    phone.setMuted(false)
    expect(session.done).toEqual(['mute'])
  })
})
