import type { Opening } from '@/api/admin'

const KINDS: readonly Opening['dayKind'][] = ['WORKING', 'REST', 'HOLIDAY']

interface Hours {
  calendar: string
  dayKind: Opening['dayKind']
  opens: string
  closes: string
}

/** Every calendar's kinds of days, with the hours of each; one without hours is closed. */
export function openings(hours: readonly Hours[]): Opening[] {
  const calendars = [...new Set(hours.map((one) => one.calendar))]
  return calendars.flatMap((calendar) =>
    KINDS.map((dayKind) => ({
      calendar,
      dayKind,
      spans: hours
        .filter((one) => one.calendar === calendar && one.dayKind === dayKind)
        .map(({ opens, closes }) => ({ opens: minutes(opens), closes: minutes(closes) })),
    })),
  )
}

const minutes = (time: string): string => time.slice(0, 5)
