import type { Kept, LimitProfile, Milestone, TimeLimit } from '@/api/admin'
import type { Area } from '@/api/types'
import { LANGUAGES, type NameDraft } from './names'

export const AREAS: readonly Area[] = ['TOWN', 'COUNTRY', 'REMOTE']
export const UNITS: readonly TimeLimit['term']['unit'][] = ['MINUTES', 'HOURS', 'DAYS', 'WORKING_DAYS']
export const MOST: Readonly<Record<TimeLimit['term']['unit'], number>> = { MINUTES: 10_080, HOURS: 720, DAYS: 365, WORKING_DAYS: 250 }
export const MILESTONES: readonly Milestone[] = [
  'DISPATCH',
  'CONTACT',
  'ARRIVAL',
  'RESTORATION',
  'RECONNECTION',
  'REPLY',
  'ANSWER',
  'FOLLOW_UP',
]
/** Those whose time does not begin when an order is accepted. */
const LATER: readonly Milestone[] = ['RESTORATION', 'FOLLOW_UP']
export const LONGEST_PROFILE_NAME = 64

/** What one may be counted from: what begins when it does itself. */
export const basesOf = (milestone: Milestone): Milestone[] =>
  MILESTONES.filter((base) => base !== milestone && LATER.includes(base) === LATER.includes(milestone))

/** What a limit is about: two of the same can't stand beside each other. */
export const matterOf = ({ milestone, type, area }: TimeLimit): string => [milestone, type ?? '', area ?? ''].join('.')

export const newLimit = (): TimeLimit => ({ milestone: 'ANSWER', term: { amount: 5, unit: 'WORKING_DAYS' } })

/** With what is left open left out, as the server has it. */
export const limitOf = ({ type, area, milestone, term, after }: TimeLimit): TimeLimit => ({
  ...(type && { type }),
  ...(area && { area }),
  milestone,
  term,
  ...(after && { after }),
})

export const isProfileId = (id: string): boolean => /^(?=.{3,40}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(id)

/** What the server would refuse: the name, or the number of a limit that stands twice. */
export function wrongProfile(name: NameDraft, limits: readonly TimeLimit[]): 'name' | number | undefined {
  if (LANGUAGES.some((language) => name[language].trim() === '')) return 'name'
  const matters = limits.map(matterOf)
  const twice = matters.findIndex((matter, at) => matters.indexOf(matter) < at)
  return twice < 0 ? undefined : twice + 1
}

export interface Compared {
  matter: string
  limit: TimeLimit
  /** In the order of the profiles. */
  terms: (TimeLimit | undefined)[]
}

/** What profiles promise, side by side, in the order of what has to be done. */
export function compare(profiles: readonly LimitProfile[]): Compared[] {
  const rows = new Map<string, Compared>()
  profiles.forEach(({ limits }, column) => {
    for (const limit of limits) {
      const matter = matterOf(limit)
      const row = rows.get(matter) ?? { matter, limit, terms: profiles.map(() => undefined) }
      row.terms[column] = limit
      rows.set(matter, row)
    }
  })
  const order = ({ limit }: Compared): string =>
    `${MILESTONES.indexOf(limit.milestone)} ${limit.type ?? ''} ${limit.area === undefined ? -1 : AREAS.indexOf(limit.area)}`
  return [...rows.values()].sort((one, other) => order(one).localeCompare(order(other)))
}

/** A profile of one's own, with the limits of another. */
export const copyOf = ({ profile }: Kept): Kept => ({
  profile: { ...profile, id: '', name: { zh: '', en: '' } },
  own: true,
  changed: false,
})
