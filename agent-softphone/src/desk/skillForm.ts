import type { Rules } from '@/api/admin'
import type { Bilingual } from '@/api/types'
import { isId, type NameDraft, nameDraftOf, nameOf, wrongName } from './names'

/** A skill as it is typed. */
export interface SkillDraft extends NameDraft {
  skill: string
  /** Added by administrators, who can take it away. */
  own: boolean
  /** Not saved yet: its id can still be typed. */
  fresh: boolean
}

export const draftsOf = ({ skills, ownSkills, names }: Pick<Rules, 'skills' | 'ownSkills' | 'names'>): SkillDraft[] =>
  skills.map((skill) => ({ skill, own: ownSkills.includes(skill), fresh: false, ...nameDraftOf(names.skills[skill]) }))

export const newSkill = (): SkillDraft => ({ skill: '', own: true, fresh: true, ...nameDraftOf(undefined) })

/** The first that can't be saved, and why. */
export function wrongSkill(drafts: readonly SkillDraft[]): { draft: SkillDraft; what: 'id' | 'twice' | 'half' | 'needed' } | undefined {
  for (const draft of drafts) {
    if (!isId(draft.skill)) return { draft, what: 'id' }
    if (drafts.some((other) => other !== draft && other.skill === draft.skill)) return { draft, what: 'twice' }
    const what = wrongName(draft, draft.own)
    if (what !== undefined) return { draft, what }
  }
  return undefined
}

/** The names to be kept, by id. */
export const namesOf = (drafts: readonly SkillDraft[]): Record<string, Bilingual> =>
  Object.fromEntries(
    drafts.flatMap((draft) => {
      const name = nameOf(draft)
      return name === undefined ? [] : [[draft.skill, name]]
    }),
  )
