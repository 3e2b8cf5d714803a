import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as api from '@/api'
import { Problem } from '@/api/problem'
import type { SupervisionChanged } from '@/api/types'
import { type Act, isWatch, refusalOf } from '@/desk/acts'
import { useAgent } from './agent'

/** How long somebody set busy from here is expected to be. */
const BUSY_MINUTES = 10

/** What a supervisor does with other people's calls and states. */
export const useSupervision = defineStore('supervision', () => {
  const me = useAgent()
  /** Whose acts are shown. */
  const agentNo = shallowRef<string>()
  /** The waiting call whose acts are shown. */
  const callId = shallowRef<string>()
  /** The talk one's own phone is in. */
  const current = shallowRef<SupervisionChanged>()

  function hear(event: SupervisionChanged): void {
    if (event.supervisor !== me.me?.agentNo) return
    if (event.on) current.value = event
    else if (current.value?.callId === event.callId && current.value.kind === event.kind) current.value = undefined
  }

  async function act(on: string, what: Act, talk: string | undefined): Promise<void> {
    try {
      await ask(on, what, talk)
    } catch (error) {
      const { kind, title, status, detail } = Problem.of(error)
      throw new Problem(refusalOf(what, kind), title, status, detail)
    }
  }

  async function ask(on: string, what: Act, talk: string | undefined): Promise<void> {
    if (what === 'BUSY') await api.setAgentState(on, { state: 'BUSY', reason: 'MEETING', minutes: BUSY_MINUTES })
    else if (what === 'IDLE') await api.setAgentState(on, { state: 'IDLE' })
    else if (what === 'SIGN_OUT') await api.signAgentOut(on)
    else if (talk !== undefined) await (isWatch(what) ? api.supervise(talk, on, what) : api.releaseTalk(talk, on))
  }

  async function leave(): Promise<void> {
    if (current.value !== undefined) await api.leaveTalk(current.value.callId)
  }

  /** The waiting call goes to this queue. */
  async function move(queue: string): Promise<void> {
    if (callId.value !== undefined) await api.moveCall(callId.value, queue)
    callId.value = undefined
  }

  /** The waiting call is for this agent, before all others. */
  async function pick(by: string): Promise<void> {
    if (callId.value !== undefined) await api.pickCall(callId.value, by)
    callId.value = undefined
  }

  function close(): void {
    agentNo.value = undefined
    callId.value = undefined
    current.value = undefined
  }

  return { agentNo, callId, current, hear, act, leave, move, pick, close }
})
