import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import * as api from '@/api'
import { between, type Quality, type Reading, reading, summary } from '@/desk/quality'
import { useCall } from './call'
import { useClock } from './clock'
import { usePhone } from './phone'

const EVERY_MS = 5_000
const TRIES = 3
const AGAIN_MS = 4_000

/** The sound of the talk that is on, looked at every few seconds, and told to the engine when it is over. */
export const useQuality = defineStore('quality', () => {
  const [call, clock, phone] = [useCall(), useClock(), usePhone()]
  /** The last stretch; `undefined` before the first, `silent` when nothing was received. */
  const latest = shallowRef<Quality | 'silent'>()
  let stretches: Quality[] = []
  let callId: string | undefined
  let since = 0
  let before: Reading | undefined
  let timer: ReturnType<typeof setInterval> | undefined

  function begin(): void {
    clearInterval(timer)
    stretches = []
    latest.value = undefined
    before = undefined
    callId = undefined
    since = clock.now
    void look()
    timer = setInterval(() => void look(), EVERY_MS)
  }

  async function look(): Promise<void> {
    const report = await phone.statistics()
    const now = report === undefined ? undefined : reading(report.values())
    if (now === undefined || phone.call !== 'connected') return
    callId = call.current?.pop.callId ?? callId
    if (before !== undefined) {
      const stretch = between(before, now)
      if (stretch !== undefined) stretches.push(stretch)
      latest.value = stretch ?? 'silent'
    }
    before = now
  }

  /** Tells the engine what was measured so far; a talk too short for one stretch has nothing to tell. */
  function end(): void {
    clearInterval(timer)
    const of = summary(stretches, (clock.now - since) / 1_000)
    latest.value = undefined
    stretches = []
    const call = callId
    if (of === undefined || call === undefined) return
    const body = { ...of, since: new Date(since).toISOString() }
    void tell(() => api.putQuality(call, body), TRIES)
  }

  async function tell(send: () => Promise<unknown>, tries: number): Promise<void> {
    try {
      await send()
    } catch {
      if (tries > 1) setTimeout(() => void tell(send, tries - 1), AGAIN_MS)
    }
  }

  const open = (): void => window.addEventListener('pagehide', end)

  function close(): void {
    end()
    window.removeEventListener('pagehide', end)
  }

  watch(
    () => phone.call,
    (now, was) => {
      if (now === 'connected') begin()
      else if (was === 'connected') end()
    },
  )

  return { latest, open, close }
})
