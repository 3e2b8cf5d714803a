import { C, UA, WebSocketInterface } from 'jssip'
import type { EndEvent, IncomingEvent, OutgoingEvent, RTCSession } from 'jssip/lib/RTCSession'
import type { IncomingRequest, IncomingResponse } from 'jssip/lib/SIPMessage'
import type { RTCSessionEvent } from 'jssip/lib/UA'
import type { Session } from '@/api/types'
import { echoCall } from './echoCall'
import { microphoneProblem } from './microphone'
import type { Phone, PhoneListener, Talk } from './phone'

const REGISTER_SECONDS = 120
// The switch waits for a lost talk's sound for 30 s, 20 of which the network may be gone.
const RECONNECT_SECONDS = { soonest: 1, latest: 4 }
// 486 and not 603: the switch tells a rejected ring by "busy here".
const BUSY_HERE = 486
const REJOIN = 'rejoin'
const HAND_OVER_MS = 6_000
// What JsSIP ends a call with when its line is gone and nobody hung up.
const LINE_GONE: readonly string[] = [C.causes.RTP_TIMEOUT, C.causes.CONNECTION_ERROR, C.causes.REQUEST_TIMEOUT]
const MEDIA = {
  mediaConstraints: { audio: true, video: false },
  // No STUN: the switch is reached directly, and gathering must not cost the caller a second.
  pcConfig: { iceServers: [] },
}

/** The agent's browser as a SIP phone: WebRTC through the switch's WebSocket, one call at a time, audio only. */
export class JsSipPhone implements Phone {
  private readonly ua: UA
  private session: RTCSession | undefined
  /** Hung up while there was no line to say so. */
  private left: RTCSession | undefined
  /** Its sound has no way any more, and the switch wasn't told. */
  private lost: RTCSession | undefined

  private listener: PhoneListener | undefined

  constructor(account: Session['sip'], listener: PhoneListener) {
    this.listener = listener
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
    this.ua.on('connecting', () => this.listener?.onRegistration('registering'))
    this.ua.on('connected', () => this.left?.terminate())
    this.ua.on('disconnected', () => this.listener?.onRegistration('offline'))
    this.ua.on('registered', () => this.listener?.onRegistration('registered'))
    this.ua.on('unregistered', () => this.listener?.onRegistration('offline'))
    this.ua.on('registrationFailed', () => this.listener?.onRegistration('refused'))
    this.ua.on('newRTCSession', (call: RTCSessionEvent) => this.ring(call))
  }

  start(): void {
    this.ua.start()
  }

  stop(): void {
    this.listener = undefined
    if (this.session?.isEstablished() !== true) return this.ua.stop()
    // Another page of the same agent may be taking the talk over: the switch then ends it here.
    const late = setTimeout(() => this.ua.stop(), HAND_OVER_MS)
    this.session.on('ended', () => {
      clearTimeout(late)
      this.ua.stop()
    })
  }

  answer(): void {
    if (this.session?.isInProgress() === true && this.session.direction === 'incoming') this.session.answer(MEDIA)
  }

  hangUp(): void {
    const session = this.session
    if (session === undefined || session.isEnded()) return
    if (session.isEstablished() && !this.ua.isConnected()) return this.leave(session)
    const rings = !session.isEstablished() && session.direction === 'incoming'
    session.terminate(rings ? { status_code: BUSY_HERE } : {})
  }

  setMuted(muted: boolean): void {
    // Whoever has hung up is not to be heard again while the goodbye waits for the line.
    if (this.session?.isEstablished() !== true || this.session === this.left) return
    if (muted) this.session.mute({ audio: true })
    else this.session.unmute({ audio: true })
  }

  sendKeys(keys: string): void {
    if (this.session?.isEstablished() !== true) return
    this.session.sendDTMF(keys, { transportType: C.DTMF_TRANSPORT.RFC2833 })
  }

  rejoin(talk: Talk, muted: boolean): void {
    if (this.session !== undefined) return
    // RFC 3891: the tags as the switch sees them, its own as to-tag.
    const replaces = `Replaces: ${talk.callId};to-tag=${talk.switchTag};from-tag=${talk.ownTag}`
    const session = this.ua.call(REJOIN, { ...MEDIA, extraHeaders: [replaces, 'Require: replaces'] })
    this.take(session)
    // Before anything is sent, so that nobody hears a moment of it.
    if (muted) session.on('sending', () => session.mute({ audio: true }))
  }

  async renewMicrophone(): Promise<void> {
    const sender = this.session?.connection.getSenders().find(({ dtmf }) => dtmf !== null)
    const { audio } = MEDIA.mediaConstraints
    const [track] = (await navigator.mediaDevices.getUserMedia({ audio })).getAudioTracks()
    if (sender === undefined || track === undefined) return
    track.enabled = this.session?.isMuted().audio !== true
    await sender.replaceTrack(track)
    this.watchMicrophone()
  }

  async statistics(): Promise<RTCStatsReport | undefined> {
    return this.session?.isEstablished() === true ? this.session.connection.getStats() : undefined
  }

  echo<T>(sound: MediaStream, hear: (back: MediaStream) => Promise<T>): Promise<T> {
    return echoCall(this.ua, sound, hear)
  }

  /** A goodbye into a line that is gone would be lost, and the caller would wait in silence: it is said when the line is back. */
  private leave(session: RTCSession): void {
    this.left = session
    session.mute({ audio: true })
  }

  private ring(call: RTCSessionEvent): void {
    if (!('request' in call) || call.session.direction === 'outgoing') return
    if (this.session !== undefined) {
      call.session.terminate({ status_code: BUSY_HERE })
      return
    }
    const request = call.request as IncomingRequest
    this.take(call.session, request)
    this.listener?.onRinging(request.from.uri.user)
  }

  /** Has this call on the line from now until it ends; `asked` is the switch's wish to have it, if it was the switch's. */
  private take(session: RTCSession, asked?: IncomingRequest): void {
    this.session = session
    let talk: Talk | undefined
    const end = ({ originator, cause }: EndEvent) => {
      if (this.session !== session) return
      this.session = undefined
      this.sweep()
      this.left = undefined
      const broke = String(originator) === 'local' && LINE_GONE.includes(cause)
      // An outgoing one was to take a talk over, which the switch may still hold, too.
      if (broke && (talk !== undefined || session.direction === 'outgoing')) this.listener?.onLost()
      else this.listener?.onEnded()
    }
    const soundGone = () => {
      if (talk !== undefined) this.lose(session)
    }
    const watch = (connection: RTCPeerConnection) => {
      connection.addEventListener('track', ({ track, streams }) => {
        this.listener?.onRemoteAudio(streams[0] ?? new MediaStream([track]))
      })
      connection.addEventListener('connectionstatechange', () => {
        if (connection.connectionState === 'failed') soundGone()
      })
    }
    // JsSIP makes an outgoing call's connection before anybody can listen.
    if (session.direction === 'outgoing') watch(session.connection)
    else session.on('peerconnection', ({ peerconnection }) => watch(peerconnection))
    session.on('accepted', (event: IncomingEvent | OutgoingEvent) => {
      if (asked !== undefined) talk = talkOf(asked, 'switch')
      else if ('response' in event) talk = talkOf(event.response, 'phone')
    })
    session.on('confirmed', () => {
      this.sweep()
      this.watchMicrophone()
      if (talk !== undefined) this.listener?.onConnected(talk)
    })
    session.on('muted', () => this.listener?.onMuted(true))
    session.on('unmuted', () => this.listener?.onMuted(false))
    session.on('getusermediafailed', (error: unknown) => this.listener?.onMicrophone(microphoneProblem(error)))
    session.on('ended', end)
    session.on('failed', end)
    const terminate = session.terminate.bind(session)
    // JsSIP hangs up when ICE fails, and a caller is there.
    session.terminate = (options) => {
      if (options?.cause === C.causes.RTP_TIMEOUT && talk !== undefined) soundGone()
      else terminate(options)
    }
  }

  /** The way of the sound is gone for good: the talk is to be taken over. */
  private lose(session: RTCSession): void {
    if (this.session !== session || this.left === session) return
    this.session = undefined
    this.lost = session
    this.listener?.onLost()
  }

  /** Closes what is left of a lost session; the switch's goodbye to it went into the line that was gone. */
  private sweep(): void {
    if (this.lost?.isEnded() === false) this.lost.terminate()
    this.lost = undefined
  }

  /** A headset that is pulled out ends its track, and the caller hears nothing any more. */
  private watchMicrophone(): void {
    this.session?.connection
      .getSenders()
      .forEach(({ track }) => track?.addEventListener('ended', () => this.listener?.onMicrophone('absent')))
  }
}

/** JsSIP has these on every message, though its types don't tell. */
interface Tagged {
  call_id: string
  from_tag: string
  to_tag: string
}

function talkOf(message: IncomingRequest | IncomingResponse, caller: 'switch' | 'phone'): Talk {
  const { call_id: callId, from_tag: from, to_tag: to } = message as unknown as Tagged
  return caller === 'switch' ? { callId, switchTag: from, ownTag: to } : { callId, switchTag: to, ownTag: from }
}
