import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Target } from '@/api/types'

const KEY = 'voltline.dialled'

/** Whom this desk called last. Kept until the agent signs out, in this tab alone: it may be a customer's number. */
export const useDialled = defineStore('dialled', () => {
  const last = shallowRef<Target>()
  let agentNo = ''

  function open(of: string): void {
    agentNo = of
    last.value = read(agentNo)
  }

  function keep({ agentNo: desk, number }: Target): void {
    const to: Target = desk === undefined ? { number } : { agentNo: desk }
    last.value = to
    sessionStorage.setItem(`${KEY}.${agentNo}`, JSON.stringify(to))
  }

  function close(): void {
    sessionStorage.removeItem(`${KEY}.${agentNo}`)
    last.value = undefined
  }

  return { last, open, keep, close }
})

function read(agentNo: string): Target | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(`${KEY}.${agentNo}`) ?? 'null') as Target | null) ?? undefined
  } catch {
    return undefined
  }
}
