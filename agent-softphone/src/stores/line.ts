import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Phase } from '@/desk/deskCall'
import { useCall } from './call'
import { usePhone } from './phone'

/**
 * What is on the agent's line. The engine's word comes first; a ring it never announced (it is down, and the switch
 * found this agent by itself) is known from the browser phone alone.
 */
export const useLine = defineStore('line', () => {
  const call = useCall()
  const phone = usePhone()

  const phase = computed<Phase | 'none'>(() => {
    const told = call.current?.phase
    if (told === 'ringing' || told === 'talking') return told
    if (phone.call === 'ringing') return 'ringing'
    if (phone.call === 'connected') return 'talking'
    return told ?? 'none'
  })

  const caller = computed(() => call.current?.pop.caller ?? phone.caller)

  return { phase, caller }
})
