const MINUTE_MS = 60_000

/** A moment (ms) as the browser's field for a day and time shows it. */
export function asField(moment: number): string {
  const local = new Date(moment - new Date(moment).getTimezoneOffset() * MINUTE_MS)
  return local.toISOString().slice(0, 16)
}

/** The moment such a field means, in ISO 8601; undefined when it is empty or half filled. */
export function fromField(text: string): string | undefined {
  const moment = Date.parse(text)
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString()
}
