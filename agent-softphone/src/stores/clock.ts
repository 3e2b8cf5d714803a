import { defineStore } from 'pinia'
import { computed, ref } from 'vue'

const TICK_MS = 250

/** The server's time as this desk knows it, ticking: an agent's computer may be an hour wrong. */
export const useClock = defineStore('clock', () => {
  /** By how many ms the server's time is ahead of this computer's; undefined before the server was heard. */
  const ahead = ref<number>()
  let timer: ReturnType<typeof setInterval> | undefined
  const now = ref(Date.now())
  /** The second that has begun, for what is shown in seconds by many. */
  const second = computed(() => Math.floor(now.value / 1000) * 1000)

  const tick = (): void => {
    now.value = Date.now() + (ahead.value ?? 0)
  }

  /** Takes the time a message was made, on its arrival. */
  function observe(iso: string): void {
    ahead.value = Date.parse(iso) - Date.now()
    tick()
  }

  function start(): void {
    tick()
    timer ??= setInterval(tick, TICK_MS)
  }

  function stop(): void {
    clearInterval(timer)
    timer = undefined
  }

  return { now, second, ahead, observe, start, stop }
})
