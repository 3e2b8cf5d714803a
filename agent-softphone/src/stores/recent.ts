import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import * as api from '@/api'
import { Problem } from '@/api/problem'
import type { Call } from '@/api/types'

const SHOWN = 10
const RECORDING_RECHECK_MS = 1_500
const RECHECKS = 6

/** This agent's latest calls, and the one recording being played. */
export const useRecent = defineStore('recent', () => {
  const calls = shallowRef<Call[]>([])
  const problem = shallowRef<Problem>()
  const playing = ref<string>()
  const audioUrl = ref<string>()
  let recheck: ReturnType<typeof setTimeout> | undefined

  /** A recording is finished a moment after its call: looks again, a few times, while one is not. */
  async function load(agentNo: string, rechecks = RECHECKS): Promise<void> {
    clearTimeout(recheck)
    try {
      calls.value = await api.listCalls(agentNo, SHOWN)
      problem.value = undefined
    } catch (error) {
      problem.value = Problem.of(error)
    }
    if (rechecks > 0 && calls.value.some(isUnfinished)) {
      recheck = setTimeout(() => void load(agentNo, rechecks - 1), RECORDING_RECHECK_MS)
    }
  }

  async function play(recordingId: string): Promise<void> {
    stop()
    playing.value = recordingId
    try {
      const audio = await api.recordingAudio(recordingId)
      if (playing.value === recordingId) audioUrl.value = URL.createObjectURL(audio)
    } catch (error) {
      problem.value = Problem.of(error)
      stop()
    }
  }

  function stop(): void {
    if (audioUrl.value !== undefined) URL.revokeObjectURL(audioUrl.value)
    audioUrl.value = undefined
    playing.value = undefined
  }

  function close(): void {
    clearTimeout(recheck)
    stop()
    calls.value = []
  }

  return { calls, problem, playing, audioUrl, load, play, stop, close }
})

function isUnfinished(call: Call): boolean {
  if (call.endedAt === undefined) return false
  return call.recordings.some((recording) => recording.status === 'RECORDING')
}
