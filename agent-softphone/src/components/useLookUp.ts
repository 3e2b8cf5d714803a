import { onBeforeUnmount, type ShallowRef, shallowRef, watch } from 'vue'
import { Problem } from '@/api/problem'

const STANDS_STILL_MS = 250

/**
 * Looks up what is asked for once the question has stood still for a moment. Nothing asked, nothing answered; an
 * answer that another question overtook is dropped.
 */
export function useLookUp<Q extends object, A>(
  question: () => Q | undefined,
  look: (question: Q) => Promise<A>,
): { answer: ShallowRef<A | undefined>; problem: ShallowRef<Problem | undefined> } {
  const answer = shallowRef<A>()
  const problem = shallowRef<Problem>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let round = 0

  async function ask(asked: Q): Promise<void> {
    const mine = round
    try {
      const told = await look(asked)
      if (mine === round) [answer.value, problem.value] = [told, undefined]
    } catch (error) {
      if (mine === round) [answer.value, problem.value] = [undefined, Problem.of(error)]
    }
  }

  watch(
    () => JSON.stringify(question()),
    (text: string | undefined) => {
      round++
      clearTimeout(timer)
      if (text === undefined) [answer.value, problem.value] = [undefined, undefined]
      else timer = setTimeout(() => void ask(JSON.parse(text) as Q), STANDS_STILL_MS)
    },
    { immediate: true },
  )
  onBeforeUnmount(() => clearTimeout(timer))
  return { answer, problem }
}
