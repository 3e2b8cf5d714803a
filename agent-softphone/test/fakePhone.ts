import type { Phone, PhoneListener } from '../src/phone/phone'

/** A browser phone without a browser: the test plays the switch. */
export class FakePhone implements Phone {
  static last: FakePhone | undefined
  readonly done: string[] = []

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
    this.listener.onConnected()
  }

  hangUp(): void {
    this.done.push('hangUp')
    this.listener.onEnded()
  }

  setMuted(muted: boolean): void {
    this.done.push(muted ? 'mute' : 'unmute')
    this.listener.onMuted(muted)
  }
}
