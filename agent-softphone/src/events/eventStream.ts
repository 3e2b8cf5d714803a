import type { DeskEvent } from '@/api/types'
import { backoff } from './backoff'

export type StreamState = 'connecting' | 'open' | 'lost'

/** What the line is opened with. */
export interface Greeting {
  token: string
  /** Whether the floor is wanted as a whole, and not agent by agent. */
  floor?: true
}

export interface StreamListener {
  onEvent(event: DeskEvent): void
  onState(state: StreamState): void
}

/** The engine's live events, over a WebSocket that comes back by itself until closed. */
export class EventStream {
  private socket: WebSocket | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private failures = 0
  private closed = false

  constructor(
    private readonly url: string,
    private readonly greeting: Greeting,
    private readonly listener: StreamListener,
    private readonly random: () => number = Math.random,
  ) {}

  open(): void {
    window.addEventListener('online', this.retryNow)
    this.listener.onState('connecting')
    this.connect()
  }

  close(): void {
    this.closed = true
    window.removeEventListener('online', this.retryNow)
    clearTimeout(this.timer)
    this.socket?.close()
  }

  private connect(): void {
    const socket = new WebSocket(this.url)
    this.socket = socket
    socket.onopen = () => {
      socket.send(JSON.stringify(this.greeting))
      this.listener.onState('open')
    }
    socket.onmessage = (message) => {
      // Only a message proves that the token was taken: a server that opens and closes must not be hammered.
      this.failures = 0
      const event = parse(message.data)
      if (event !== undefined && !this.closed) this.listener.onEvent(event)
    }
    socket.onclose = () => {
      if (this.closed || this.socket !== socket) return
      this.listener.onState('lost')
      this.timer = setTimeout(() => this.connect(), backoff(this.failures++, this.random()))
    }
  }

  private readonly retryNow = (): void => {
    if (this.socket?.readyState !== WebSocket.CLOSED) return
    clearTimeout(this.timer)
    this.connect()
  }
}

function parse(data: unknown): DeskEvent | undefined {
  try {
    const value: unknown = JSON.parse(String(data))
    return typeof value === 'object' && value !== null && 'type' in value ? (value as DeskEvent) : undefined
  } catch {
    return undefined
  }
}

export function eventsUrl(page: Location): string {
  return `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}/api/v1/events`
}
