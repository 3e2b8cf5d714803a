import { defineStore } from 'pinia'
import * as api from '@/api'
import type { Names } from '@/api/types'
import { givenNames, NO_NAMES } from '@/i18n/givenNames'

/** Has every page call queues and skills as administrators do now. */
export const useNames = defineStore('names', () => {
  givenNames.value = NO_NAMES
  let changes = 0

  function hear(names: Names): void {
    changes++
    givenNames.value = names
  }

  /** What an event overtook is old. */
  async function load(): Promise<void> {
    const before = changes
    const found = await api.getNames().catch(() => undefined)
    if (found !== undefined && before === changes) givenNames.value = found
  }

  return { hear, load }
})
