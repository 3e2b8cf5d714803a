import { UA, WebSocketInterface } from 'jssip'
import type { RTCSession } from 'jssip/lib/RTCSession'
import type { Session } from '@/api/types'
import { microphoneProblem } from './microphone'
import type { Phone, PhoneListener } from './phone'

const REGISTER_SECONDS = 120
const RECONNECT_SECONDS = { soonest: 1, latest: 10 }
// 486 and not 603: the switch tells a rejected ring by "busy here".
const BUSY_HERE = 486

/** The agent's browser as a SIP phone: WebRTC through the switch's WebSocket, one call at a time, audio only. */
export class JsSipPhone implements Phone {
  private readonly ua: UA
  private session: RTCSession | undefined

  constructor(
    account: Session['sip'],
    private readonly listener: PhoneListener,
  ) {
    this.ua = new UA({
      sockets: [new WebSocketInterface(account.server)],
      uri: account.uri,
      password: account.password,
      register_expires: REGISTER_SECONDS,
      connection_recovery_min_interval: RECONNECT_SECONDS.soonest,
      connection_recovery_max_interval: RECONNECT_SECONDS.latest,
      session_timers: false,
      user_agent: 'Voltline desk',
    })
    this.ua.on('connecting', () => listener.onRegistration('registering'))
    this.ua.on('disconnected', () => listener.onRegistration('offline'))
    this.ua.on('registered', () => listener.onRegistration('registered'))
    this.ua.on('unregistered', () => listener.onRegistration('offline'))
    this.ua.on('registrationFailed', () => listener.onRegistration('refused'))
    this.ua.on('newRTCSession', ({ session }: { session: RTCSession }) => this.ring(session))
  }

  start(): void {
    this.ua.start()
  }

  stop(): void {
    this.ua.stop()
  }

  answer(): void {
    if (this.session?.isInProgress() !== true) return
    this.session.answer({
      mediaConstraints: { audio: true, video: false },
      // No STUN: the switch is reached directly, and gathering must not cost the caller a second.
      pcConfig: { iceServers: [] },
    })
  }

  hangUp(): void {
    const session = this.session
    if (session === undefined || session.isEnded()) return
    session.terminate(session.isEstablished() ? {} : { status_code: BUSY_HERE })
  }

  setMuted(muted: boolean): void {
    if (this.session?.isEstablished() !== true) return
    if (muted) this.session.mute({ audio: true })
    else this.session.unmute({ audio: true })
  }

  private ring(session: RTCSession): void {
    if (this.session !== undefined) {
      session.terminate({ status_code: BUSY_HERE })
      return
    }
    this.session = session
    const end = () => {
      this.session = undefined
      this.listener.onEnded()
    }
    session.on('peerconnection', ({ peerconnection }) => {
      peerconnection.addEventListener('track', ({ track, streams }) => {
        this.listener.onRemoteAudio(streams[0] ?? new MediaStream([track]))
      })
    })
    session.on('confirmed', () => this.listener.onConnected())
    session.on('muted', () => this.listener.onMuted(true))
    session.on('unmuted', () => this.listener.onMuted(false))
    session.on('getusermediafailed', (error: unknown) => this.listener.onMicrophone(microphoneProblem(error)))
    session.on('ended', end)
    session.on('failed', end)
    this.listener.onRinging(session.remote_identity.uri.user)
  }
}
