import type { MediaProblem } from '@/phone/mediaProbe'
import type { MicrophoneProblem, Registration } from '@/phone/phone'

/** What an agent's phone must have before a caller is sent to it. */
export interface Facts {
  microphone: MicrophoneProblem | undefined
  speaker: boolean
  registration: Registration
  /** The switch's word, as the engine passes it on. */
  reachable: boolean
  media: MediaProblem | undefined
  /** Server's time less this computer's, in ms; undefined before the server was heard. */
  clockAhead: number | undefined
}

export type Item = 'microphone' | 'speaker' | 'registration' | 'media' | 'clock'
export const ITEMS: readonly Item[] = ['microphone', 'speaker', 'registration', 'media', 'clock']

/** What is not in order; `problem` is the last part of a text's key. */
export interface Finding {
  item: Item
  problem: string
}

// The desk itself goes by the server's time, but certificates and sign-ins elsewhere fail on a clock further off.
const CLOCK_OFF_MS = 120_000

/** What is not in order, in the order in which it is to be put right. */
export function findings(facts: Facts): Finding[] {
  const { microphone, speaker, registration, reachable, media, clockAhead } = facts
  const registered = registration === 'registered'
  const found: (Finding | false)[] = [
    microphone !== undefined && { item: 'microphone', problem: microphone },
    !speaker && { item: 'speaker', problem: 'absent' },
    !registered && { item: 'registration', problem: registration === 'refused' ? 'refused' : 'offline' },
    registered && !reachable && { item: 'registration', problem: 'unconfirmed' },
    media !== undefined && { item: 'media', problem: media },
    Math.abs(clockAhead ?? 0) > CLOCK_OFF_MS && { item: 'clock', problem: (clockAhead ?? 0) > 0 ? 'behind' : 'ahead' },
  ]
  return found.filter((one) => one !== false)
}

/** Minutes by which this computer's clock is wrong. */
export const minutesOff = (clockAhead: number): number => Math.round(Math.abs(clockAhead) / 60_000)
