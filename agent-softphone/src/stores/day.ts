import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as api from '@/api'
import type { AgentDay } from '@/api/types'

/** The server counts anew after three seconds. */
const SOON_MS = 3_500
const AGAIN_MS = 30_000

/** The agent's own figures of the day. */
export const useDay = defineStore('day', () => {
  const figures = shallowRef<AgentDay>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let opened = false

  function open(): void {
    opened = true
    void load()
  }

  /** Figures that can't be had now stay as they were. */
  async function load(): Promise<void> {
    clearTimeout(timer)
    const found = await api.myDay().catch(() => undefined)
    if (!opened) return
    figures.value = found ?? figures.value
    next(AGAIN_MS)
  }

  /** Something was done that counts. */
  function changed(): void {
    if (opened) next(SOON_MS)
  }

  function next(pause: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void load(), pause)
  }

  function close(): void {
    opened = false
    clearTimeout(timer)
    figures.value = undefined
  }

  return { figures, open, changed, close }
})
