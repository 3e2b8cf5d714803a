import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as api from '@/api'
import { Problem } from '@/api/problem'
import type { Agent, WaitingCall, Wall, WallQueue } from '@/api/types'

/** The floor as supervisors watch it: agents by number, queues, callers who wait. */
export const useWall = defineStore('wall', () => {
  const agents = shallowRef<Agent[]>([])
  const queues = shallowRef<WallQueue[]>([])
  const waiting = shallowRef<WaitingCall[]>([])
  const problem = shallowRef<Problem>()
  /** One list a question that is on its way, of what was heard meanwhile. */
  const asking = new Set<Wall[]>()

  /** What changed: of the agents those only. */
  function hear(news: Wall): void {
    asking.forEach((heard) => heard.push(news))
    renew(news)
  }

  function renew(news: Wall): void {
    if (news.agents.length > 0) agents.value = withNews(news.agents)
    take(news)
  }

  function take(wall: Wall): void {
    queues.value = wall.queues
    waiting.value = wall.waiting
  }

  /** Whoever is new takes the place the number says. */
  function withNews(changed: Agent[]): Agent[] {
    const known = new Map(agents.value.map((agent) => [agent.agentNo, agent]))
    const before = known.size
    changed.forEach((agent) => known.set(agent.agentNo, agent))
    const all = [...known.values()]
    return known.size === before ? all : all.sort((one, other) => one.agentNo.localeCompare(other.agentNo))
  }

  /** All of it; what was heard while the answer was on its way is newer. */
  async function load(): Promise<void> {
    const heard: Wall[] = []
    asking.add(heard)
    const answer = await api.wall().catch(Problem.of)
    asking.delete(heard)
    problem.value = answer instanceof Problem ? answer : undefined
    if (answer instanceof Problem) return
    agents.value = answer.agents
    take(answer)
    heard.forEach(renew)
  }

  function close(): void {
    agents.value = []
    take({ agents: [], queues: [], waiting: [] })
    problem.value = undefined
  }

  return { agents, queues, waiting, problem, hear, load, close }
})
