import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import * as api from '@/api'
import { Problem } from '@/api/problem'
import type { BusyReason, Supervision, SupervisionChanged } from '@/api/types'
import { type Act, type Asked, isNumber, isWatch, refusalOf } from '@/desk/acts'
import { useAgent } from './agent'
import { usePhone } from './phone'

/** How long the switch rings the own phone. */
const RINGS_MS = 30_000

/** Why somebody is set busy, and for how many minutes. */
export interface Busy {
  reason: BusyReason
  minutes: number
}

/** What a supervisor does with other people's calls and states. */
export const useSupervision = defineStore('supervision', () => {
  const [me, phone] = [useAgent(), usePhone()]
  /** Whose acts are shown. */
  const agentNo = shallowRef<string>()
  /** The waiting call whose acts are shown. */
  const callId = shallowRef<string>()
  /** The talk one's own phone is in. */
  const current = shallowRef<Supervision>()
  /** The server said that the talk is left, and the own phone has not said so since. */
  const over = shallowRef(false)
  /** Whom the own phone is to show when it rings for what was asked, and since when. */
  let wanted: { shown: string; at: number } | undefined
  let changes = 0

  function hear(event: SupervisionChanged): void {
    if (event.supervisor !== me.me?.agentNo) return
    changes++
    if (event.on) begin(event)
    else if (current.value?.callId === event.callId && current.value.kind === event.kind) {
      current.value = undefined
      over.value = true
    }
  }

  /** Nothing is said while listening, until somebody wants to; told anew by an engine that started, whoever is muted stays so. */
  function begin(on: Supervision): void {
    if (wanted !== undefined || on.kind === 'MONITOR') phone.setMuted(on.kind === 'MONITOR')
    wanted = undefined
    over.value = false
    current.value = on
  }

  /** Whether this ring is the own phone's for the talk the supervisor has just asked for. */
  const isOwnRing = (shown: string): boolean =>
    wanted !== undefined && isNumber(shown, wanted.shown) && performance.now() - wanted.at < RINGS_MS

  /** Reads what the own phone is in, after a refresh or a gap in the events; what an event overtook is old. */
  async function load(): Promise<void> {
    const before = changes
    const now = await api.ownSupervision().catch(() => undefined)
    if (now !== undefined && before === changes) current.value = now.supervision
  }

  /** Sets an agent busy, in a talk when it is over. */
  async function setBusy(on: string, busy: Busy): Promise<void> {
    await named('BUSY', () => api.setAgentState(on, { state: 'BUSY', ...busy }))
  }

  async function act(on: string, what: Exclude<Act, 'BUSY'>, talk: string | undefined): Promise<void> {
    if (isWatch(what)) wanted = { shown: on, at: performance.now() }
    await named(what, () => ask(on, what, talk))
  }

  /** A refusal in words for somebody who acts on somebody else's calls and states. */
  async function named(what: Asked, asked: () => Promise<unknown>): Promise<void> {
    try {
      await asked()
    } catch (error) {
      wanted = undefined
      const { kind, title, status, detail, retryAfter, agentNo: first } = Problem.of(error)
      throw new Problem(refusalOf(what, kind), title, status, detail, retryAfter, first)
    }
  }

  async function ask(on: string, what: Exclude<Act, 'BUSY'>, talk: string | undefined): Promise<void> {
    if (what === 'IDLE') await api.setAgentState(on, { state: 'IDLE' })
    else if (what === 'SIGN_OUT') await api.signAgentOut(on)
    else if (talk !== undefined) await (isWatch(what) ? api.supervise(talk, on, what) : api.releaseTalk(talk, on))
  }

  /** Without the server's help, too, when the phone is in this page. */
  async function leave(): Promise<void> {
    const on = current.value
    try {
      if (on !== undefined) await api.leaveTalk(on.callId)
      else phone.hangUp()
    } catch (error) {
      if (phone.call === 'none') throw error
      phone.hangUp()
    }
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

  /** The waiting call comes to the own phone, which shows the number that the wall hides in part. */
  async function take(caller: string): Promise<void> {
    const [call, own] = [callId.value, me.me?.agentNo]
    if (call === undefined || own === undefined) return
    wanted = { shown: caller, at: performance.now() }
    await named('TAKE', () => api.pickCall(call, own))
    callId.value = undefined
  }

  watch(
    () => phone.call,
    (now) => {
      if (now !== 'connected') over.value = false
    },
  )

  function close(): void {
    agentNo.value = undefined
    callId.value = undefined
    current.value = undefined
    over.value = false
    wanted = undefined
  }

  return { agentNo, callId, current, over, hear, load, isOwnRing, setBusy, act, leave, move, pick, take, close }
})
