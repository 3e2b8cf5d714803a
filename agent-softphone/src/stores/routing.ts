import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import * as api from '@/api'
import { Problem } from '@/api/problem'
import type { Routing } from '@/api/types'

/** How one call was routed, while somebody looks at it. */
export const useRouting = defineStore('routing', () => {
  const callId = ref<string>()
  const routing = shallowRef<Routing>()
  const problem = shallowRef<Problem>()

  async function open(id: string): Promise<void> {
    callId.value = id
    routing.value = undefined
    problem.value = undefined
    try {
      const answer = await api.callRouting(id)
      if (callId.value === id) routing.value = answer
    } catch (error) {
      if (callId.value === id) problem.value = Problem.of(error)
    }
  }

  function close(): void {
    callId.value = undefined
  }

  return { callId, routing, problem, open, close }
})
