import type { BusyReason, ReasonForm } from '@/api/types'
import { isHalf, type NameDraft, nameDraftOf, nameOf } from './names'

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
export interface ReasonDraft extends NameDraft {
  reason: BusyReason
  offered: boolean
  longestMinutes: number | undefined
  approval: boolean
}

export const draftOf = ({ reason, offered, name, longestMinutes, approval }: ReasonForm): ReasonDraft => ({
  reason,
  offered,
  ...nameDraftOf(name),
  longestMinutes,
  approval,
})

export const halfNamed = (drafts: readonly ReasonDraft[]): ReasonDraft | undefined => drafts.find(isHalf)

export function formOf({ reason, offered, longestMinutes, approval, ...typed }: ReasonDraft): ReasonForm {
  const name = nameOf(typed)
  return {
    reason,
    offered,
    ...(name === undefined ? {} : { name }),
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
