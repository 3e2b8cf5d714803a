/** Whole seconds as m:ss, or h:mm:ss from an hour on; never negative. */
export function asClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const parts = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'))
  const hours = Math.floor(whole / 3600)
  return hours > 0 ? `${hours}:${parts.join(':')}` : `${Math.floor(whole / 60)}:${parts[1]}`
}

/** Seconds from one time to another, both ISO 8601. */
export function secondsBetween(from: string, to: string): number {
  return secondsSince(from, Date.parse(to))
}

/** Seconds from `since` (ISO 8601) to `now` (ms). */
export function secondsSince(since: string, now: number): number {
  return (now - Date.parse(since)) / 1000
}
