import { secondsSince } from './clock'

const WARNING_SECONDS = 60

export interface FormTimer {
  state: 'running' | 'warning' | 'late'
  /** Seconds left, or by which it is late. */
  seconds: number
}

/** How a form stands that has to be sent within so many seconds of the end of its call. Times are the server's. */
export function formTimer(endedAt: string, within: number, now: number): FormTimer {
  const left = within - secondsSince(endedAt, now)
  if (left < 0) return { state: 'late', seconds: -left }
  return { state: left <= WARNING_SECONDS ? 'warning' : 'running', seconds: left }
}
