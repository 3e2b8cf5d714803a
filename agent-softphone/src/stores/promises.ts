import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as api from '@/api'
import { Problem } from '@/api/problem'
import type { BrokenPromise } from '@/api/types'
import { merged, MOST } from '@/desk/brokenPromises'

/** Callers who were not answered within the promise, as supervisors see it happen. */
export const usePromises = defineStore('promises', () => {
  const broken = shallowRef<BrokenPromise[]>([])
  const problem = shallowRef<Problem>()

  function hear(promise: BrokenPromise): void {
    broken.value = merged([promise], broken.value)
  }

  /** What was told while nobody listened; what was heard meanwhile stays. */
  async function load(): Promise<void> {
    try {
      broken.value = merged(await api.listBrokenPromises(MOST), broken.value)
      problem.value = undefined
    } catch (error) {
      problem.value = Problem.of(error)
    }
  }

  function close(): void {
    broken.value = []
  }

  return { broken, problem, hear, load, close }
})
