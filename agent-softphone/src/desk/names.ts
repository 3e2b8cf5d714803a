import type { Bilingual } from '@/api/types'

/** Characters of a name in one language, as the server has it. */
export const LONGEST_NAME = 20
export const LONGEST_ID = 32
export const LANGUAGES = ['zh', 'en'] as const

/** A name while it is typed; in both languages, or in none. */
export type NameDraft = Record<(typeof LANGUAGES)[number], string>

export const nameDraftOf = (name: Bilingual | undefined): NameDraft => ({ zh: name?.zh ?? '', en: name?.en ?? '' })

export const isHalf = ({ zh, en }: NameDraft): boolean => (zh.trim() === '') !== (en.trim() === '')

export const trimmed = ({ zh, en }: NameDraft): Bilingual => ({ zh: zh.trim(), en: en.trim() })

/** Without one, the desk's own word does. */
export const nameOf = (draft: NameDraft): Bilingual | undefined => (draft.zh.trim() === '' ? undefined : trimmed(draft))

export const sameName = (one: Bilingual | undefined, other: Bilingual | undefined): boolean =>
  one?.zh === other?.zh && one?.en === other?.en

/** What is wrong with a name: `half`, or `needed` where there has to be one. */
export function wrongName(draft: NameDraft, needed: boolean): 'half' | 'needed' | undefined {
  if (needed && (isHalf(draft) || nameOf(draft) === undefined)) return 'needed'
  return isHalf(draft) ? 'half' : undefined
}

/** Of a queue or a skill. */
export const isId = (text: string): boolean => text.length <= LONGEST_ID && /^[a-z][a-z0-9-]*$/.test(text)
