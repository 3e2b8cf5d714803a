import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import * as api from '@/api'
import type { Agent, AgentState, StateRequest } from '@/api/types'

const ON_A_CALL: readonly AgentState[] = ['RESERVED', 'RINGING', 'TALKING', 'HELD']

/** The signed-in agent as the server last told. */
export const useAgent = defineStore('agent', () => {
  const me = shallowRef<Agent>()
  const onACall = computed(() => me.value !== undefined && ON_A_CALL.includes(me.value.state))

  function take(agent: Agent): void {
    me.value = agent
  }

  /** News of any agent; only the one signed in here counts. */
  function hear(agent: Agent): void {
    if (agent.agentNo === me.value?.agentNo) me.value = agent
  }

  async function ask(request: StateRequest): Promise<void> {
    take(await api.setState(request))
  }

  return { me, onACall, take, hear, ask }
})
