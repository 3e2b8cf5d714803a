import type { BusyReason, ReasonForm } from '@/api/types'

/** The longest that anything may be given for. */
export const MOST_MINUTES = 240

/** The desk itself gives this one when the microphone is gone. */
export const FIXED: BusyReason = 'SYSTEM_FAULT'

/** Set by the engine, and never given. */
export const BY_ENGINE = ['NOT_ANSWERED', 'REJECTED', 'PHONE_UNREACHABLE', 'NOT_READY'] as const

const GIVEN: readonly BusyReason[] = ['SHORT_BREAK', 'MEAL', 'TRAINING', 'MEETING', 'OUTBOUND', 'COACHING', FIXED]

/** Until the server has told. */
export const USUAL_REASONS: ReasonForm[] = GIVEN.map((reason) => ({ reason, offered: true, approval: false }))

/** One reason as it is typed. */
export interface ReasonDraft {
  reason: BusyReason
  offered: boolean
  zh: string
  en: string
  longestMinutes: number | undefined
  approval: boolean
}

export const draftOf = ({ reason, offered, name, longestMinutes, approval }: ReasonForm): ReasonDraft => ({
  reason,
  offered,
  zh: name?.zh ?? '',
  en: name?.en ?? '',
  longestMinutes,
  approval,
})

/** A name stands in both languages, or in none. */
export const halfNamed = (drafts: readonly ReasonDraft[]): ReasonDraft | undefined =>
  drafts.find(({ zh, en }) => (zh.trim() === '') !== (en.trim() === ''))

export function formOf({ reason, offered, zh, en, longestMinutes, approval }: ReasonDraft): ReasonForm {
  return {
    reason,
    offered,
    ...(zh.trim() === '' ? {} : { name: { zh: zh.trim(), en: en.trim() } }),
    ...(longestMinutes === undefined ? {} : { longestMinutes }),
    approval,
  }
}

/** The list with one moved up or down by a place. */
export function moved<T>(list: readonly T[], at: number, by: 1 | -1): T[] {
  const after = [...list]
  const [one, other] = [after[at], after[at + by]]
  if (one === undefined || other === undefined) return after
  after[at] = other
  after[at + by] = one
  return after
}
