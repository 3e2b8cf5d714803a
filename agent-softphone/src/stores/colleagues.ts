import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as api from '@/api'
import type { Agent } from '@/api/types'

const EVERY_MS = 2_000

/** Who else there is. Agents are told no events of each other, so the list is asked for again while it is looked at. */
export const useColleagues = defineStore('colleagues', () => {
  const agents = shallowRef<Agent[]>([])
  let timer: ReturnType<typeof setInterval> | undefined

  /** What could not be read stays as it was. */
  async function load(): Promise<void> {
    agents.value = await api.listAgents().catch(() => agents.value)
  }

  function watchThem(): void {
    close()
    void load()
    timer = setInterval(() => void load(), EVERY_MS)
  }

  function close(): void {
    clearInterval(timer)
    timer = undefined
  }

  const nameOf = (agentNo: string): string | undefined =>
    agents.value.find((agent) => agent.agentNo === agentNo)?.name

  return { agents, load, watchThem, close, nameOf }
})
