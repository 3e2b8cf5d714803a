import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import * as api from '@/api'
import { Problem } from '@/api/problem'
import type { Broadcast, BroadcastEvent, BroadcastTally, NewBroadcast } from '@/api/types'
import { byPress, withReader } from '@/desk/broadcast'
import { watchesFloor } from '@/desk/wall'
import { useAgent } from './agent'
import { useClock } from './clock'

const LOOKS = 3
/** Who is signed in, and so who is to read it, changes without an event of this store's. */
const AGAIN_MS = 30_000

/** What supervisors tell desks: what an agent has not read yet, and for supervisors who has. */
export const useBroadcasts = defineStore('broadcasts', () => {
  const [agent, clock] = [useAgent(), useClock()]
  const unread = shallowRef<Broadcast[]>([])
  const sent = shallowRef<BroadcastTally[]>([])
  let changes = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  /** What presses comes first. */
  const mine = computed(() => byPress(unread.value.filter(({ until }) => Date.parse(until) > clock.second)))

  function hear(event: BroadcastEvent): void {
    changes++
    if (agent.me?.role === 'agent') hearAsAgent(event)
    else if (event.type === 'broadcast.read') sent.value = withReader(sent.value, event.id, event.reader)
    else void load()
  }

  function hearAsAgent(event: BroadcastEvent): void {
    if (event.type === 'broadcast.sent') unread.value = [event.broadcast, ...without(event.broadcast.id)]
    else unread.value = without(event.id)
  }

  const without = (id: number): Broadcast[] => unread.value.filter((broadcast) => broadcast.id !== id)

  /** All of them; an answer that an event overtook is asked for again. */
  async function load(): Promise<void> {
    clearTimeout(timer)
    const role = agent.me?.role
    if (role === 'agent') await looked(api.listMyBroadcasts, (found) => (unread.value = found))
    if (role === undefined || !watchesFloor(role)) return
    timer = setTimeout(() => void load(), AGAIN_MS)
    await looked(api.listBroadcasts, (found) => (sent.value = found))
  }

  async function looked<T>(ask: () => Promise<T>, take: (found: T) => void): Promise<void> {
    for (let looks = 0; looks < LOOKS; looks++) {
      const before = changes
      const found = await ask().catch(() => undefined)
      if (found === undefined) return
      if (changes === before) return take(found)
    }
  }

  /** One that is over meanwhile was refused, and is to be read no more. */
  async function read(id: number): Promise<void> {
    await api.readBroadcast(id).catch((error: unknown) => {
      if (!isGone(error)) throw error
    })
    changes++
    unread.value = without(id)
  }

  async function send(broadcast: NewBroadcast): Promise<void> {
    await api.sendBroadcast(broadcast)
    await load()
  }

  async function withdraw(id: number): Promise<void> {
    await api.withdrawBroadcast(id)
    await load()
  }

  function close(): void {
    clearTimeout(timer)
    unread.value = []
    sent.value = []
  }

  return { mine, sent, hear, load, read, send, withdraw, close }
})

const isGone = (error: unknown): boolean => Problem.of(error).kind === 'not-found'
