import type { DeskCall } from './deskCall'

/** Seconds left of the ring and of the answer promise, at the server's time `now` (ms); below 0 when past. */
export interface Countdown {
  ring: number
  promise: number
  /** The whole promise in seconds, as the engine has it for this call. */
  promised: number
}

export function countdown(call: DeskCall, now: number): Countdown {
  const { at, ringSeconds, promiseSecondsLeft, queuedAt } = call.pop
  const sinceOffer = (now - Date.parse(at)) / 1000
  const waitedBefore = (Date.parse(at) - Date.parse(queuedAt)) / 1000
  return {
    ring: ringSeconds - sinceOffer,
    promise: promiseSecondsLeft - sinceOffer,
    promised: Math.round(waitedBefore + promiseSecondsLeft),
  }
}

/** Whether the caller is owed an apology: answered, or still ringing, with no time left of the promise. */
export function owesApology(call: DeskCall, now: number): boolean {
  // Whoever passed the call on, or whose call was taken, has spoken with the caller already.
  if (call.pop.passedOn !== undefined || call.pop.supervision !== undefined) return false
  return countdown(call, call.answeredAt === undefined ? now : Date.parse(call.answeredAt)).promise <= 0
}
