import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import * as api from '@/api'
import type { BusyReason, ReasonForm } from '@/api/types'
import { MOST_MINUTES, USUAL_REASONS } from '@/desk/reasons'
import { useText } from '@/i18n/useText'

/** The reasons that may be given for being busy, as administrators have them now. */
export const useReasons = defineStore('reasons', () => {
  const { t, bilingual } = useText()
  const all = shallowRef<ReasonForm[]>(USUAL_REASONS)
  const offered = computed(() => all.value.filter((one) => one.offered))
  const ownNames = computed(() => new Map(all.value.flatMap(({ reason, name }) => (name === undefined ? [] : [[reason as string, name]]))))
  let changes = 0

  function hear(reasons: ReasonForm[]): void {
    changes++
    all.value = reasons
  }

  /** What an event overtook is old. */
  async function load(): Promise<void> {
    const before = changes
    const found = await api.listBusyReasons().catch(() => undefined)
    if (found !== undefined && before === changes) all.value = found
  }

  /** The administrators' name for it, or the desk's own. */
  function nameOf(reason: string): string {
    const own = ownNames.value.get(reason)
    return own === undefined ? t(`reason.${reason}`) : bilingual(own)
  }

  const formOf = (reason: BusyReason | undefined): ReasonForm | undefined => offered.value.find((one) => one.reason === reason)

  /** How many minutes it may last. */
  const longestOf = (reason: BusyReason): number => formOf(reason)?.longestMinutes ?? MOST_MINUTES

  return { all, offered, hear, load, nameOf, formOf, longestOf }
})
