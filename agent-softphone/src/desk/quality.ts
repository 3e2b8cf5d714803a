/** How well an agent hears a caller, from what the browser counts of the received sound. */

/** The browser's counters at one moment; they only grow. Times in ms. */
export interface Reading {
  received: number
  lost: number
  /** Came too late to be played. */
  discarded: number
  jitter: number
  roundTrip?: number
  /** Time all samples spent in the jitter buffer together, and how many they were. */
  buffered: number
  samples: number
}

/** The sound of one stretch of time. */
export interface Quality {
  lossPercent: number
  jitterMillis: number
  roundTripMillis?: number
  /** Mean opinion score as estimated, 1 to 4.5. */
  mos: number
}

/** The sound of a whole talk. */
export interface TalkQuality extends Quality {
  seconds: number
  /** The worst stretch. */
  mosLowest: number
}

export type Grade = 'good' | 'fair' | 'poor'

type Counters = Partial<Record<string, unknown>>

/** Reads a `getStats` report; undefined while nothing of the sound is counted. */
export function reading(report: Iterable<Counters>): Reading | undefined {
  let [sound, far, pair]: (Counters | undefined)[] = []
  for (const part of report) {
    if (part['type'] === 'inbound-rtp' && part['kind'] === 'audio') sound = part
    if (part['type'] === 'remote-inbound-rtp' && part['kind'] === 'audio') far = part
    if (part['type'] === 'candidate-pair' && part['nominated'] === true) pair = part
  }
  if (sound === undefined) return undefined
  const told = far?.['roundTripTime'] ?? pair?.['currentRoundTripTime']
  return {
    received: number(sound['packetsReceived']),
    lost: number(sound['packetsLost']),
    discarded: number(sound['packetsDiscarded']),
    jitter: number(sound['jitter']) * 1_000,
    ...(typeof told === 'number' ? { roundTrip: told * 1_000 } : {}),
    buffered: number(sound['jitterBufferDelay']) * 1_000,
    samples: number(sound['jitterBufferEmittedCount']),
  }
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** The sound between two readings; undefined when no packet was due, as while the network is gone. */
export function between(before: Reading, after: Reading): Quality | undefined {
  const received = after.received - before.received
  // A packet thought lost that comes late is taken off the count again.
  const lost = Math.max(0, after.lost - before.lost)
  const due = received + lost
  if (due <= 0) return undefined
  const missing = lost + Math.max(0, after.discarded - before.discarded)
  const samples = after.samples - before.samples
  const buffer = samples > 0 ? (after.buffered - before.buffered) / samples : after.jitter
  const lossPercent = Math.min(100, (100 * missing) / due)
  return {
    lossPercent,
    jitterMillis: after.jitter,
    ...(after.roundTrip === undefined ? {} : { roundTripMillis: after.roundTrip }),
    mos: mosOf(lossPercent, (after.roundTrip ?? 0) / 2 + buffer + PACKET_MS),
  }
}

const PACKET_MS = 20
// ITU-T G.107 with all its defaults but delay and loss: R = 93.2 - Id - Ie,eff.
const BEST_R = 93.2
// G.711 with loss concealment, ITU-T G.113 appendix I, loss at random: Ie 0, Bpl 25.1.
const ROBUSTNESS = 25.1
const MOST_IMPAIRED = 95

/**
 * Mean opinion score by the E-model of ITU-T G.107, simplified as in Cole and Rosenbluth (2001): with d the way's delay
 * in ms, Id = 0.024 d + 0.11 (d - 177.3) where d > 177.3; with p the loss in percent, Ie,eff = 95 p / (p + 25.1); and
 * MOS = 1 + 0.035 R + R (R - 60) (100 - R) 7e-6 of G.107 annex B. No better than 4.41; 1 where R is below 0.
 */
export function mosOf(lossPercent: number, delayMillis: number): number {
  const delay = 0.024 * delayMillis + 0.11 * Math.max(0, delayMillis - 177.3)
  const loss = (MOST_IMPAIRED * lossPercent) / (lossPercent + ROBUSTNESS)
  const r = Math.min(100, BEST_R - delay - loss)
  return r <= 0 ? 1 : Math.max(1, 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6)
}

/** ITU-T G.109: satisfied users from R 80 (MOS 4.03), some dissatisfied from R 70 (MOS 3.60). */
export function gradeOf(mos: number): Grade {
  if (mos >= 4.03) return 'good'
  return mos >= 3.6 ? 'fair' : 'poor'
}

/** A talk from its stretches; undefined without any. */
export function summary(stretches: Quality[], seconds: number): TalkQuality | undefined {
  if (stretches.length === 0) return undefined
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const trips = stretches.flatMap(({ roundTripMillis }) => roundTripMillis ?? [])
  return {
    seconds,
    lossPercent: mean(stretches.map((of) => of.lossPercent)),
    jitterMillis: mean(stretches.map((of) => of.jitterMillis)),
    ...(trips.length === 0 ? {} : { roundTripMillis: mean(trips) }),
    mos: mean(stretches.map((of) => of.mos)),
    mosLowest: Math.min(...stretches.map((of) => of.mos)),
  }
}
