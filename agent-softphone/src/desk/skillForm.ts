import type { Rules } from '@/api/admin'
import type { Bilingual } from '@/api/types'
import { isHalf, isId, nameDraft, type NameDraft, nameOf } from './givenName'

/** A skill as it is typed. */
export interface SkillDraft extends NameDraft {
  skill: string
  /** Added by an administrator: it can be taken away, and needs a name. */
  own: boolean
  /** Not kept yet: its id can still be typed. */
  fresh: boolean
}

export const skillDrafts = ({ skills, ownSkills, names }: Rules): SkillDraft[] =>
  skills.map((skill) => ({ skill, own: ownSkills.includes(skill), fresh: false, ...nameDraft(names.skills[skill]) }))

export const newSkill = (): SkillDraft => ({ skill: '', own: true, fresh: true, zh: '', en: '' })

/** What is wrong with the first that could not be kept, and which it is. */
export function wrongSkill(drafts: readonly SkillDraft[]): { wrong: 'id' | 'twice' | 'name'; skill: string } | undefined {
  const seen = new Set<string>()
  for (const draft of drafts) {
    const skill = draft.skill.trim()
    if (!isId(skill)) return { wrong: 'id', skill }
    if (seen.has(skill)) return { wrong: 'twice', skill }
    if (isHalf(draft) || (draft.own && nameOf(draft) === undefined)) return { wrong: 'name', skill }
    seen.add(skill)
  }
  return undefined
}

/** The names that are kept, by id. */
export function skillNames(drafts: readonly SkillDraft[]): Record<string, Bilingual> {
  const named = drafts.map((draft) => [draft.skill.trim(), nameOf(draft)] as const)
  return Object.fromEntries(named.filter((one): one is readonly [string, Bilingual] => one[1] !== undefined))
}
