import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import * as api from '@/api'
import type { DeskEvent, Session } from '@/api/types'
import { isNewerThere } from '@/desk/newerPage'
import { EventStream, eventsUrl, type StreamState } from '@/events/eventStream'
import { claimDesk } from '@/events/oneTab'
import { useAgent } from './agent'
import { useAlarms } from './alarms'
import { useBroadcasts } from './broadcasts'
import { useCall } from './call'
import { useClock } from './clock'
import { useColleagues } from './colleagues'
import { useDay } from './day'
import { useDialled } from './dialled'
import { useNames } from './names'
import { type PhoneMaker, usePhone } from './phone'
import { usePreferences } from './preferences'
import { usePromises } from './promises'
import { useQuality } from './quality'
import { useQueues } from './queues'
import { useReadiness } from './readiness'
import { useReasons } from './reasons'
import { useRecent } from './recent'
import { useRecovery } from './recovery'
import { useReminders } from './reminders'
import { useRests } from './rests'
import { useRouting } from './routing'
import { useSession } from './session'
import { useSupervision } from './supervision'
import { useTalk } from './talk'
import { useWall } from './wall'
import { useWorkOrder } from './workOrder'

const SESSION_TRIES = 3
const LISTENED_TO_MS = 1_000
const PHONE_CHECKS = 5
const PHONE_CHECK_MS = 1_000
const HANG_UP_MS = 2_000

/** Opens and closes the desk of a session, and hands each live event to the store it belongs to. */
export const useDesk = defineStore('desk', () => {
  const [clock, session, agent, call, phone] = [useClock(), useSession(), useAgent(), useCall(), usePhone()]
  const [queues, recent, workOrder] = [useQueues(), useRecent(), useWorkOrder()]
  const [promises, routing, supervision, wall] = [usePromises(), useRouting(), useSupervision(), useWall()]
  const [preferences, readiness, quality] = [usePreferences(), useReadiness(), useQuality()]
  const [talk, colleagues, dialled, rests] = [useTalk(), useColleagues(), useDialled(), useRests()]
  const [day, reminders, recovery] = [useDay(), useReminders(), useRecovery()]
  const [alarms, broadcasts, reasons, names] = [useAlarms(), useBroadcasts(), useReasons(), useNames()]
  const stream = shallowRef<StreamState>('connecting')
  /** The server was upgraded: this page runs a program of before. */
  const outdated = shallowRef(false)
  let events: EventStream | undefined
  let secondLook: ReturnType<typeof setTimeout> | undefined
  let phoneCheck: ReturnType<typeof setTimeout> | undefined
  let hangUp: ReturnType<typeof setTimeout> | undefined
  let release: (() => void) | undefined
  let changes = 0
  let floorWatched = false

  function open(of: Session, makePhone?: PhoneMaker): void {
    clock.start()
    listen(of)
    if (of.agent.role === 'agent') openForCalls(of, makePhone)
  }

  /** For whoever watches over the floor; whether one may is the server's word. */
  function watchFloor(of: Session): void {
    floorWatched = true
    reminders.open()
    clock.start()
    listen(of)
  }

  /** The same from the desk of somebody who comes into talks, with the browser phone if that is the own one. */
  function superviseFloor(of: Session, makePhone?: PhoneMaker): void {
    watchFloor(of)
    workOrder.open(of.agent.agentNo)
    if (of.agent.phone !== 'webrtc') return
    claim(of)
    openPhone(of, makePhone)
  }

  /** One page has the phone. */
  function claim(of: Session): void {
    release = claimDesk(of.agent.agentNo, () => session.end('otherPage'))
  }

  function openPhone(of: Session, makePhone?: PhoneMaker): void {
    phone.open(of.sip, makePhone)
    readiness.open()
  }

  /** Only agents get calls, so only they need a phone, a work order and their calls. */
  function openForCalls(of: Session, makePhone?: PhoneMaker): void {
    claim(of)
    workOrder.open(of.agent.agentNo)
    preferences.open(of.agent.agentNo)
    dialled.open(of.agent.agentNo)
    void colleagues.load()
    day.open()
    reminders.open()
    if (of.agent.phone === 'webrtc') {
      openPhone(of, makePhone)
      quality.open()
    }
    loadRecent()
  }

  /** Takes the session and its events; called again when the agent signs in anew at the same desk. */
  function listen(to: Session): void {
    take(to)
    events?.close()
    events = new EventStream(eventsUrl(location), floorWatched ? { token: to.token, floor: true } : { token: to.token }, { onEvent: hear, onState })
    events.open()
  }

  function close(): void {
    clearTimeout(secondLook)
    clearTimeout(phoneCheck)
    clearTimeout(hangUp)
    release?.()
    events?.close()
    quality.close()
    readiness.close()
    phone.close()
    talk.close()
    colleagues.close()
    dialled.close()
    recent.close()
    workOrder.close()
    call.close()
    promises.close()
    rests.close()
    day.close()
    reminders.close()
    recovery.close()
    broadcasts.close()
    alarms.close()
    routing.close()
    wall.close()
    supervision.close()
    floorWatched = false
    clock.stop()
  }

  function take(of: Session): void {
    agent.take(of.agent)
    call.take(of)
  }

  function onState(state: StreamState): void {
    if (state === 'open' && stream.value === 'lost') lookForNewer()
    stream.value = state
    clearTimeout(secondLook)
    if (state !== 'open') return
    look()
    // The engine listens to the token a moment after the line is open; an event of that moment went to nobody.
    secondLook = setTimeout(look, LISTENED_TO_MS)
    void queues.load().catch(() => undefined)
    void reasons.load()
    void names.load()
    void rests.load()
    if (agent.me?.role === 'agent') return
    void promises.load()
    void recovery.load()
  }

  /** An upgrade ends every line, so after that is the time to ask. */
  function lookForNewer(): void {
    isNewerThere().then(
      (newer) => (outdated.value = newer),
      () => undefined,
    )
  }

  function look(): void {
    void reload().then(talk.load)
    void broadcasts.load()
    if (!floorWatched) return
    void wall.load()
    void supervision.load()
    void alarms.load()
  }

  /** Reads who and where the agent is. An answer that an event overtook on its way is asked for again. */
  async function reload(): Promise<void> {
    for (let tries = 0; tries < SESSION_TRIES; tries++) {
      const before = changes
      const answer = await api.currentSession().catch(() => undefined)
      if (answer === undefined) return
      if (changes === before) return take(answer)
    }
  }

  function hear(event: DeskEvent): void {
    clock.observe(event.at)
    switch (event.type) {
      case 'agent.state':
        changes++
        agent.hear(event.agent)
        day.changed()
        break
      case 'call.offered':
      case 'call.answered':
      case 'call.ended':
        changes++
        call.hear(event)
        if (event.type === 'call.ended') loadRecent()
        day.changed()
        break
      case 'talk.changed':
        talk.hear(event)
        break
      case 'workorder.changed':
        call.hearOrder(event.workOrder)
        if (event.workOrder.createdBy === agent.me?.agentNo) loadRecent()
        day.changed()
        break
      case 'promise.broken':
        promises.hear(event)
        break
      case 'queue.stats':
        queues.hear(event.queues)
        break
      case 'supervision.changed':
        supervision.hear(event)
        break
      case 'rest.asked':
      case 'rest.answered':
        rests.hear(event)
        break
      case 'reasons.changed':
        reasons.hear(event.reasons)
        break
      case 'names.changed':
        names.hear(event.names)
        break
      case 'alarms':
        alarms.hear(event.alarms)
        break
      case 'broadcast.sent':
      case 'broadcast.withdrawn':
      case 'broadcast.read':
        broadcasts.hear(event)
        break
      case 'wall':
        wall.hear(event)
        break
      case 'session.replaced':
        session.end('replaced')
        break
    }
  }

  function loadRecent(): void {
    if (agent.me !== undefined) void recent.load(agent.me.agentNo)
  }

  /** Idle, unless a caller could not be served at this desk: the phone panel then says what to do. */
  async function goIdle(): Promise<void> {
    if (agent.me?.phone === 'webrtc' && !(await readiness.check())) return
    await agent.ask({ state: 'IDLE' })
  }

  // The switch hears of a registration a moment before the engine does, and an event may be lost: look until both agree.
  function confirmPhone(checks: number): void {
    clearTimeout(phoneCheck)
    if (checks === 0 || phone.registration !== 'registered' || agent.me?.phoneReachable === true) return
    phoneCheck = setTimeout(() => void reload().then(() => confirmPhone(checks - 1)), PHONE_CHECK_MS)
  }

  watch(
    () => phone.registration,
    () => confirmPhone(PHONE_CHECKS),
  )

  watch(
    () => phone.call,
    (now) => {
      if (now === 'ringing' && call.current === undefined) void reload()
    },
  )

  // Its line may outlive the token; then the agent's own new sign-in would be told here as somebody else's.
  watch(
    () => session.expired,
    (expired) => {
      if (expired) events?.close()
    },
  )

  /** A supervisor's phone may be in another talk before the last caller's form is done. */
  const talkOver = (): boolean => agent.me?.role === 'agent' && call.current?.phase === 'ended'

  // A phone that lost its line to the switch in the middle of a talk never hears the switch hang up.
  watch(
    () => (talkOver() || supervision.over) && phone.call === 'connected',
    (stale) => {
      clearTimeout(hangUp)
      if (stale) hangUp = setTimeout(phone.hangUp, HANG_UP_MS)
    },
  )

  // A lost registration the engine sees for itself; it knows nothing of microphones and speakers.
  watch(
    () => readiness.looked && readiness.missing.some(({ item }) => item === 'microphone' || item === 'speaker'),
    (deaf) => {
      if (!deaf || agent.me?.state !== 'IDLE') return
      void agent.ask({ state: 'BUSY', reason: 'SYSTEM_FAULT' }).catch(() => undefined)
    },
  )

  watch(
    () => agent.me,
    (me) => {
      if (me !== undefined) call.follow(me)
    },
  )

  return { stream, outdated, open, watchFloor, superviseFloor, listen, close, reload, loadRecent, goIdle }
})
