import type { Alarm } from '@/api/types'

export const keyOf = ({ kind, subject, since }: Alarm): string => `${kind} ${subject} ${since}`

/** Those that were not there before, the worst first. */
export function begun(now: Alarm[], before: Alarm[]): Alarm[] {
  const known = new Set(before.map(keyOf))
  return now.filter((alarm) => !known.has(keyOf(alarm)))
}

const GRAVE: ReadonlySet<Alarm['kind']> = new Set(['PART_DOWN', 'NOBODY_SIGNED_IN', 'PROMISE_BROKEN', 'HELP_ASKED'])

/** Whether somebody goes without help or an answer now. */
export const isGrave = ({ kind }: Alarm): boolean => GRAVE.has(kind)
