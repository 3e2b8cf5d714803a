import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as api from '@/api'
import { onRefused, setToken } from '@/api/client'
import type { Session } from '@/api/types'

const KEY = 'voltline.token'

export type EndedBy = 'replaced' | 'otherPage' | 'expired' | 'signedOut'

/** Who is signed in on this page. The token lives as long as the tab, so that a refresh resumes. */
export const useSession = defineStore('session', () => {
  const current = shallowRef<Session>()
  const endedBy = shallowRef<EndedBy>()
  /** A refreshed page still has to hear from the server who it belongs to. */
  const toResume = shallowRef(sessionStorage.getItem(KEY) !== null)

  /** The server no longer takes the token, but the desk stays as it is: a caller may be on the line. */
  const expired = shallowRef(false)

  onRefused(() => {
    if (current.value === undefined) end('expired')
    else expired.value = true
  })

  function begin(session: Session): void {
    sessionStorage.setItem(KEY, session.token)
    setToken(session.token)
    endedBy.value = undefined
    expired.value = false
    toResume.value = false
    current.value = session
  }

  /** Leaves for the sign-in page, which says why. */
  function end(by: EndedBy): void {
    sessionStorage.removeItem(KEY)
    setToken(undefined)
    endedBy.value = by
    expired.value = false
    toResume.value = false
    current.value = undefined
  }

  async function signIn(agentNo: string, password: string): Promise<void> {
    begin(await api.signIn(agentNo, password))
  }

  /** Goes on with the tab's earlier session. Throws when the server cannot be reached; the token is kept for another try. */
  async function resume(): Promise<void> {
    setToken(sessionStorage.getItem(KEY) ?? undefined)
    begin(await api.currentSession())
  }

  /** Throws the server's refusal, as while talking. */
  async function signOut(): Promise<void> {
    await api.signOut()
    end('signedOut')
  }

  return { current, endedBy, expired, toResume, signIn, resume, signOut, end }
})
