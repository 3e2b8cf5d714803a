import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import * as api from '@/api'
import type { RestAnswered, RestAsked, RestRequest } from '@/api/types'
import { useAgent } from './agent'

const LOOKS = 3

/** Rests asked of supervisors: all for those who answer them, an agent's own for the agent. */
export const useRests = defineStore('rests', () => {
  const agent = useAgent()
  const all = shallowRef<RestRequest[]>([])
  /** What became of the own request, until the agent has seen it. */
  const outcome = shallowRef<RestAnswered>()
  let changes = 0

  const mine = computed(() => all.value.find(({ agentNo }) => agentNo === agent.me?.agentNo))

  function hear(event: RestAsked | RestAnswered): void {
    changes++
    const { agentNo } = event.request
    const others = all.value.filter((request) => request.agentNo !== agentNo)
    all.value = event.type === 'rest.asked' ? [...others, event.request] : others
    if (agentNo === agent.me?.agentNo) outcome.value = event.type === 'rest.answered' ? event : undefined
  }

  /** All of them; an answer that an event overtook is asked for again. */
  async function load(): Promise<void> {
    for (let looks = 0; looks < LOOKS; looks++) {
      const before = changes
      const found = await api.listRestRequests().catch(() => undefined)
      if (found === undefined) return
      if (changes === before) {
        all.value = found
        return
      }
    }
  }

  async function ask(reason: RestRequest['reason'], minutes: number): Promise<void> {
    const request = await api.askForRest(reason, minutes)
    hear({ type: 'rest.asked', at: request.askedAt, request })
  }

  const withdraw = (): Promise<void> => api.withdrawRestRequest()

  const answer = (agentNo: string, granted: boolean): Promise<void> => api.answerRestRequest(agentNo, granted)

  function close(): void {
    all.value = []
    outcome.value = undefined
  }

  return { all, mine, outcome, hear, load, ask, withdraw, answer, close }
})
