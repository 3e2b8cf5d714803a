import type { Phone, PhoneListener, Talk } from '../src/phone/phone'

const TALK: Talk = { callId: 'talk-1', ownTag: 'own', switchTag: 'switch' }

/** A browser phone without a browser: the test plays the switch. */
export class FakePhone implements Phone {
  static last: FakePhone | undefined
  readonly done: string[] = []
  counted: ReadonlyMap<string, object> | undefined

  constructor(
    _account: unknown,
    readonly listener: PhoneListener,
  ) {
    FakePhone.last = this
  }

  start(): void {
    this.listener.onRegistration('registered')
  }

  stop(): void {
    this.done.push('stop')
  }

  answer(): void {
    this.done.push('answer')
    this.listener.onConnected(TALK)
  }

  hangUp(): void {
    this.done.push('hangUp')
    this.listener.onEnded()
  }

  sendKeys(keys: string): void {
    this.done.push(`keys ${keys}`)
  }

  rejoin(talk: Talk, muted: boolean): void {
    this.done.push(`rejoin ${talk.callId}${muted ? ' muted' : ''}`)
  }

  renewMicrophone(): Promise<void> {
    this.done.push('renewMicrophone')
    return Promise.resolve()
  }

  statistics(): Promise<RTCStatsReport | undefined> {
    return Promise.resolve(this.counted as RTCStatsReport | undefined)
  }

  echo<T>(_sound: MediaStream, hear: (back: MediaStream) => Promise<T>): Promise<T> {
    return hear(_sound)
  }

  setMuted(muted: boolean): void {
    this.done.push(muted ? 'mute' : 'unmute')
    this.listener.onMuted(muted)
  }
}
