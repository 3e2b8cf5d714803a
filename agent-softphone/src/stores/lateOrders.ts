import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as api from '@/api'
import { Problem } from '@/api/problem'
import type { FilingDay } from '@/api/types'

const AGAIN_MS = 30_000

/** How soon after their calls agents sent orders today; looked at again and again, no event tells of it. */
export const useLateOrders = defineStore('lateOrders', () => {
  const day = shallowRef<FilingDay>()
  const problem = shallowRef<Problem>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let opened = false

  function open(): void {
    opened = true
    void load()
  }

  async function load(): Promise<void> {
    clearTimeout(timer)
    const found = await api.listLateOrders().catch(Problem.of)
    if (!opened) return
    problem.value = found instanceof Problem ? found : undefined
    if (!(found instanceof Problem)) day.value = found
    timer = setTimeout(() => void load(), AGAIN_MS)
  }

  function close(): void {
    opened = false
    clearTimeout(timer)
    day.value = undefined
    problem.value = undefined
  }

  return { day, problem, open, load, close }
})
