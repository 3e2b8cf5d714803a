import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import * as api from '@/api'
import { Problem } from '@/api/problem'
import type { NewReminder, Reminder } from '@/api/types'
import { useClock } from './clock'

const AGAIN_MS = 30_000

/** Calls to be made later: an agent's own, or for supervisors everybody's that are overdue. The soonest due first. */
export const useReminders = defineStore('reminders', () => {
  const clock = useClock()
  const all = shallowRef<Reminder[]>([])
  const problem = shallowRef<Problem>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let opened = false

  const due = computed(() => all.value.filter(({ dueAt }) => Date.parse(dueAt) <= clock.second).length)

  function open(): void {
    opened = true
    void load()
  }

  /** Looked at again and again: another's are not told of by an event. */
  async function load(): Promise<void> {
    clearTimeout(timer)
    const found = await api.listReminders().catch(Problem.of)
    if (!opened) return
    problem.value = found instanceof Problem ? found : undefined
    if (!(found instanceof Problem)) all.value = found
    timer = setTimeout(() => void load(), AGAIN_MS)
  }

  async function add(reminder: NewReminder): Promise<void> {
    await api.addReminder(reminder)
    await load()
  }

  async function move(id: number, dueAt: string): Promise<void> {
    await api.moveReminder(id, dueAt)
    await load()
  }

  async function done(id: number): Promise<void> {
    await api.finishReminder(id)
    await load()
  }

  function close(): void {
    opened = false
    clearTimeout(timer)
    all.value = []
    problem.value = undefined
  }

  return { all, problem, due, open, load, add, move, done, close }
})
