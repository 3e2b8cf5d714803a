/** Where the browser phone stands with the switch. */
export type Registration = 'offline' | 'registering' | 'registered' | 'refused'

export interface PhoneListener {
  onRegistration(registration: Registration): void
  /** A call rings; `caller` is its number as the switch shows it. */
  onRinging(caller: string): void
  onConnected(): void
  onRemoteAudio(audio: MediaStream): void
  onMuted(muted: boolean): void
  onEnded(): void
  /** The microphone could not be opened when the call was answered. */
  onMicrophone(problem: MicrophoneProblem): void
}

/** A phone that has at most one call. Asking for what its state doesn't allow does nothing. */
export interface Phone {
  start(): void
  stop(): void
  answer(): void
  /** Ends the talk, or rejects the call while it rings. */
  hangUp(): void
  setMuted(muted: boolean): void
}

export type MicrophoneProblem = 'insecure' | 'denied' | 'absent' | 'failed'
