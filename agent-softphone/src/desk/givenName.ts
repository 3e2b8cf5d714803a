import type { Bilingual } from '@/api/types'

/** The longest name of a queue, a skill or a reason, in either language. */
export const LONGEST_NAME = 20

/** A name as it is typed; both are empty while there is none. */
export interface NameDraft {
  zh: string
  en: string
}

export const nameDraft = (name?: Bilingual): NameDraft => ({ zh: name?.zh ?? '', en: name?.en ?? '' })

/** A name stands in both languages, or in none. */
export const isHalf = ({ zh, en }: NameDraft): boolean => (zh.trim() === '') !== (en.trim() === '')

export const nameOf = ({ zh, en }: NameDraft): Bilingual | undefined =>
  zh.trim() === '' ? undefined : { zh: zh.trim(), en: en.trim() }

export const sameName = (one?: Bilingual, other?: Bilingual): boolean => one?.zh === other?.zh && one?.en === other?.en

/** What the engine takes for the id of a queue or a skill. */
export const isId = (text: string): boolean => /^[a-z][a-z0-9-]{0,31}$/.test(text)
