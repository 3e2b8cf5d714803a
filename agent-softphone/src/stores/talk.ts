import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import * as api from '@/api'
import { Problem } from '@/api/problem'
import type { Call, Talk, TalkChanged, Target } from '@/api/types'
import * as rules from '@/desk/talk'
import type { Act, Dialled } from '@/desk/talk'
import { useAgent } from './agent'
import { useCall } from './call'
import { useClock } from './clock'
import { useDialled } from './dialled'

/** What the agent should know of somebody who is not there (any more). */
export interface News {
  what: 'notReached' | 'notAnswered' | 'rungOff'
  who: Target
}

/** For what the chooser is open. */
export type Choosing = 'transfer' | 'consult' | 'call'

/** The talk this agent is in, and what the agent does with it. */
export const useTalk = defineStore('talk', () => {
  const [agent, call, clock, dialled] = [useAgent(), useCall(), useClock(), useDialled()]
  const talk = shallowRef<Talk>()
  /** The call this desk made, until it is over. */
  const out = shallowRef<Dialled>()
  /** Who called this desk directly. */
  const calledBy = shallowRef<Target>()
  const news = shallowRef<News>()
  const helpAskedAt = ref<number>()
  const choosing = ref<Choosing>()
  const busy = ref<Act>()
  /** Whom this desk is about to call, until the engine has said yes or no. */
  const wanted = shallowRef<Target>()
  let changes = 0

  const onLine = computed(() => rules.callOnLine(agent.me))
  const callId = computed(() => rules.callInTalk(agent.me))
  const stage = computed(() => rules.stageOf(agent.me, talk.value, out.value))
  const canCall = computed(() => rules.mayCall(agent.me))

  const far = computed<Target | undefined>(() => {
    const shown = call.current
    if (shown !== undefined && shown.pop.callId === onLine.value) {
      return shown.phase === 'ended' ? undefined : { number: shown.pop.caller }
    }
    return out.value?.to ?? calledBy.value
  })
  const company = computed(() => rules.company(talk.value, agent.me?.agentNo ?? '', far.value))

  /** Since when the others hear music, by the server's time. */
  const heldSince = computed(() => (agent.me?.state === 'HELD' ? agent.me.stateSince : undefined))

  function hear(event: TalkChanged): void {
    if (event.talk.callId !== onLine.value) return
    changes++
    const before = talk.value?.callId === event.talk.callId ? talk.value : undefined
    if (event.by === agent.me?.agentNo) ownChange(event, before)
    talk.value = event.talk
  }

  function ownChange({ change, talk: now }: TalkChanged, before: Talk | undefined): void {
    const who = before?.asked?.to
    if (change === 'BACK' && who !== undefined && busy.value !== 'back') {
      news.value = { what: before?.asked?.answered === true ? 'rungOff' : 'notAnswered', who }
    }
    if (change === 'ASKING') news.value = undefined
    if (change === 'ANSWERED' && out.value?.callId === now.callId) out.value = { ...out.value, answered: true }
  }

  /** Reads the talk, after a refresh or a gap in the events; what an event overtook on its way is old. */
  async function load(): Promise<void> {
    const id = onLine.value
    if (id === undefined) return
    const before = changes
    const now = await api.getTalk(id).catch(() => undefined)
    if (now !== undefined && before === changes && id === onLine.value) talk.value = now
    if (call.current?.pop.callId !== id) await loadFar(id)
  }

  /** A call that no queue brought has no screen-pop; its record tells who is at the other end. */
  async function loadFar(id: string): Promise<void> {
    const before = changes
    const record = await api.getCall(id).catch(() => undefined)
    if (record === undefined || before !== changes || id !== onLine.value || record.direction === 'IN') return
    if (record.madeBy === agent.me?.agentNo) out.value = madeHere(record)
    else if (record.madeBy !== undefined) calledBy.value = { agentNo: record.madeBy }
  }

  /** One thing at a time; what the talk does not allow (any more) is refused like the engine would. */
  async function doing<T>(name: Act, allowed: boolean, ask: () => Promise<T>): Promise<T | undefined> {
    if (busy.value !== undefined) return undefined
    if (!allowed) throw new Problem('invalid-state', 'Not possible now')
    busy.value = name
    try {
      return await ask()
    } catch (error) {
      void load()
      throw error
    } finally {
      busy.value = undefined
    }
  }

  async function act(name: Act, ask: (id: string) => Promise<Talk>): Promise<void> {
    const id = callId.value ?? ''
    const before = changes
    const now = await doing(name, rules.may(stage.value, name), () => {
      news.value = undefined
      return ask(id)
    })
    if (now !== undefined && before === changes && id === callId.value) talk.value = now
  }

  const hold = () => act('hold', api.holdTalk)
  const resume = () => act('resume', api.resumeTalk)
  const complete = () => act('complete', api.completeConsultation)
  const confer = () => act('confer', api.conferConsultation)
  const back = () => act('back', api.cancelConsultation)
  const consult = (to: Target) => act('consult', (id) => api.consult(id, to))
  const transfer = (to: Target) => act('transfer', (id) => api.transferTalk(id, to))

  async function help(): Promise<void> {
    const id = callId.value ?? ''
    await doing('help', rules.may(stage.value, 'help'), async () => {
      await api.askForHelp(id)
      helpAskedAt.value = clock.now
    })
  }

  /** Calls somebody: the own phone rings first. */
  async function dial(to: Target): Promise<void> {
    await doing('call', canCall.value, async () => {
      news.value = undefined
      wanted.value = to
      try {
        out.value = { ...(await api.callOut(to)), to, answered: false }
        dialled.keep(to)
      } finally {
        wanted.value = undefined
      }
    })
  }

  /** Whether this ring is the own phone's for the call the agent has just asked for. */
  function isOwnRing(shown: string): boolean {
    const to = wanted.value ?? (out.value?.answered === false ? out.value.to : undefined)
    return to !== undefined && call.current?.phase !== 'ringing' && rules.isRingFor(to, shown)
  }

  function over(id: string): void {
    if (out.value?.callId === id) {
      if (!out.value.answered) news.value = { what: 'notReached', who: out.value.to }
      out.value = undefined
    }
    talk.value = undefined
    calledBy.value = undefined
    helpAskedAt.value = undefined
    if (choosing.value !== 'call') choosing.value = undefined
  }

  function close(): void {
    if (onLine.value !== undefined) over(onLine.value)
    news.value = undefined
    choosing.value = undefined
  }

  watch(onLine, (now, was) => {
    if (was !== undefined) over(was)
    if (now === undefined || was !== undefined) return
    news.value = undefined
    // A ring is not to be hidden by what was being looked for.
    choosing.value = undefined
  })
  watch(callId, (now) => {
    if (now !== undefined) void load()
  })

  const seen = { talk, out, news, choosing, busy, helpAskedAt, onLine, stage, canCall, far, company, heldSince }
  const acts = { hold, resume, consult, transfer, complete, confer, back, help, dial }
  return { ...seen, ...acts, hear, load, isOwnRing, close }
})

function madeHere({ callId, caller, direction, parts }: Call): Dialled {
  const part = parts.find(({ kind }) => kind === 'OUT')
  const to = part?.to ?? (direction === 'DESK' ? { agentNo: caller } : { number: caller })
  return { callId, to, answered: part?.answeredAt !== undefined }
}
