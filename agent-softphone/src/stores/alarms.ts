import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import * as api from '@/api'
import { Problem } from '@/api/problem'
import type { Alarm } from '@/api/types'
import { begun } from '@/desk/alarm'
import { beep } from '@/phone/ringTone'

const SOUND = 'voltline.alarmSound'

/** What of the floor is not as it should be, the worst first, and what was today. */
export const useAlarms = defineStore('alarms', () => {
  const raised = shallowRef<Alarm[]>([])
  const today = shallowRef<Alarm[]>([])
  const problem = shallowRef<Problem>()
  /** The last that began, to be told to who does not see. */
  const newest = shallowRef<Alarm>()
  /** Off until somebody wants it: a wall is in a room with callers on the line. */
  const sound = ref(localStorage.getItem(SOUND) === 'on')
  let changes = 0

  function hear(now: Alarm[]): void {
    changes++
    const [worst] = begun(now, raised.value)
    if (worst !== undefined) newest.value = worst
    if (worst !== undefined && sound.value) void beep()
    raised.value = now
  }

  /** All of them; an event that came meanwhile is newer. */
  async function load(): Promise<void> {
    const before = changes
    const found = await api.listAlarms().catch(() => undefined)
    if (found !== undefined && changes === before) raised.value = found
  }

  async function loadToday(): Promise<void> {
    const found = await api.listTodaysAlarms().catch(Problem.of)
    problem.value = found instanceof Problem ? found : undefined
    if (!(found instanceof Problem)) today.value = found
  }

  const acknowledge = ({ kind, subject }: Alarm): Promise<void> => api.acknowledgeAlarm(kind, subject)

  function setSound(on: boolean): void {
    sound.value = on
    if (on) localStorage.setItem(SOUND, 'on')
    else localStorage.removeItem(SOUND)
  }

  function close(): void {
    raised.value = []
    today.value = []
    newest.value = undefined
    problem.value = undefined
  }

  return { raised, today, problem, newest, sound, hear, load, loadToday, acknowledge, setSound, close }
})
