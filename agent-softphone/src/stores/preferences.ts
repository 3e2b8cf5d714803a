import { defineStore } from 'pinia'
import { ref } from 'vue'

const key = (agentNo: string): string => `voltline.preferences.${agentNo}`

/** What the agent chose for this desk; each agent's own, kept in this browser. */
export const usePreferences = defineStore('preferences', () => {
  const autoAnswer = ref(false)
  let of = ''

  function open(agentNo: string): void {
    of = agentNo
    autoAnswer.value = localStorage.getItem(key(of)) === 'autoAnswer'
  }

  function setAutoAnswer(on: boolean): void {
    autoAnswer.value = on
    if (on) localStorage.setItem(key(of), 'autoAnswer')
    else localStorage.removeItem(key(of))
  }

  return { autoAnswer, open, setAutoAnswer }
})
