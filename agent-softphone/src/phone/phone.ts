/** Where the browser phone stands with the switch. */
export type Registration = 'offline' | 'registering' | 'registered' | 'refused'

/** By what the switch knows one talk (RFC 3261, 12), so that another page can take it over (RFC 3891). */
export interface Talk {
  callId: string
  ownTag: string
  switchTag: string
}

export interface PhoneListener {
  onRegistration(registration: Registration): void
  /** A call rings; `caller` is its number as the switch shows it. */
  onRinging(caller: string): void
  onConnected(talk: Talk): void
  onRemoteAudio(audio: MediaStream): void
  onMuted(muted: boolean): void
  onEnded(): void
  /** The line broke under the talk; the switch may still hold the caller. */
  onLost(): void
  /** The microphone could not be opened, or went away in the middle of the talk. */
  onMicrophone(problem: MicrophoneProblem): void
}

/** A phone that has at most one call. Asking for what its state doesn't allow does nothing. */
export interface Phone {
  start(): void
  /** Tells nothing any more. A talk goes on for some seconds, so that another page can take it over. */
  stop(): void
  answer(): void
  /** Ends the talk, or rejects the call while it rings. */
  hangUp(): void
  setMuted(muted: boolean): void
  /** Keys (0-9, *, #) for whoever is at the other end, as RFC 4733 events. */
  sendKeys(keys: string): void
  /** Takes over a talk whose page or line is gone; whoever was muted in it isn't heard for a moment. */
  rejoin(talk: Talk, muted: boolean): void
  /** Speaks into another microphone from now on; rejects when there is none. */
  renewMicrophone(): Promise<void>
  /** What the browser counts of the talk's sound. */
  statistics(): Promise<RTCStatsReport | undefined>
  /** Has the switch send `sound` back, and ends that once `hear` has decided. Rejects when the switch isn't reached. */
  echo<T>(sound: MediaStream, hear: (back: MediaStream) => Promise<T>): Promise<T>
}

export type MicrophoneProblem = 'insecure' | 'denied' | 'absent' | 'failed'
