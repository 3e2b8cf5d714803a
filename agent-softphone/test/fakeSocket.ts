import type { DeskEvent } from '../src/api/types'

/** A WebSocket whose other end is the test. */
export class FakeSocket {
  static readonly CLOSED = 3
  static all: FakeSocket[] = []

  static latest(): FakeSocket {
    const socket = FakeSocket.all.at(-1)
    if (socket === undefined) throw new Error('no socket was opened')
    return socket
  }

  readyState = 0
  readonly sent: string[] = []
  onopen: () => void = () => undefined
  onmessage: (message: { data: unknown }) => void = () => undefined
  onclose: () => void = () => undefined

  constructor(readonly url: string) {
    FakeSocket.all.push(this)
  }

  send(text: string): void {
    this.sent.push(text)
  }

  close(): void {
    this.readyState = FakeSocket.CLOSED
    this.onclose()
  }

  accept(): void {
    this.readyState = 1
    this.onopen()
  }

  tell(event: DeskEvent): void {
    this.onmessage({ data: JSON.stringify(event) })
  }
}
