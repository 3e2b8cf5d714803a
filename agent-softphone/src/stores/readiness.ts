import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { type Finding, findings, ITEMS } from '@/desk/readiness'
import { hasSpeaker } from '@/phone/devices'
import type { MediaProblem } from '@/phone/mediaProbe'
import { useAgent } from './agent'
import { useClock } from './clock'
import { usePhone } from './phone'

const PROBE_HOLDS_MS = 30 * 60_000

/** Whether a caller could be sent to this desk, and what is missing. Only desks with a browser phone are asked. */
export const useReadiness = defineStore('readiness', () => {
  const [agent, clock, phone] = [useAgent(), useClock(), usePhone()]
  const checking = ref(false)
  const speaker = ref(true)
  const media = ref<MediaProblem>()
  const looked = ref(false)
  let probedAt = -Infinity
  let running: Promise<void> | undefined
  let watching = false

  const missing = computed<Finding[]>(() =>
    findings({
      microphone: phone.microphone,
      speaker: speaker.value,
      registration: phone.registration,
      reachable: agent.me?.phoneReachable === true,
      media: media.value,
      clockAhead: clock.ahead,
    }),
  )
  const ready = computed(() => missing.value.length === 0)
  const inOrder = computed(() => ITEMS.filter((item) => missing.value.every((found) => found.item !== item)))

  /** Looks at everything; what was proved lately, or can't be while a caller may come, is believed. */
  async function check(): Promise<boolean> {
    running ??= look().finally(() => (running = undefined))
    await running
    return ready.value
  }

  async function look(): Promise<void> {
    checking.value = true
    try {
      await phone.checkVoice()
      speaker.value = await hasSpeaker()
      if (mayProbe()) {
        media.value = await phone.checkSound()
        probedAt = media.value === undefined ? performance.now() : -Infinity
      }
      looked.value = true
    } finally {
      checking.value = false
    }
  }

  /** Not while idle: the phone would be busy for the caller who comes in that moment. */
  function mayProbe(): boolean {
    if (phone.call !== 'none' || agent.me?.state === 'IDLE' || agent.onACall) return false
    if (phone.registration !== 'registered' || performance.now() - probedAt < PROBE_HOLDS_MS) return false
    // Without a click on the page the browser plays and makes no sound.
    return navigator.userActivation?.hasBeenActive !== false
  }

  function changed(): void {
    probedAt = -Infinity
    void check()
  }

  function onShown(): void {
    if (document.visibilityState === 'visible') void check()
  }

  function open(): void {
    watching = true
    navigator.mediaDevices?.addEventListener('devicechange', changed)
    document.addEventListener('visibilitychange', onShown)
    void check()
  }

  function close(): void {
    watching = false
    navigator.mediaDevices?.removeEventListener('devicechange', changed)
    document.removeEventListener('visibilitychange', onShown)
    looked.value = false
    media.value = undefined
    probedAt = -Infinity
  }

  // A line that was lost and is back may be another one: its sound is to be proved again.
  watch(
    () => phone.registration,
    (now) => {
      if (watching && now === 'registered') changed()
    },
  )

  return { checking, looked, missing, ready, inOrder, check, open, close }
})
