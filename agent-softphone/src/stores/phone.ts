import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Session } from '@/api/types'
import { JsSipPhone } from '@/phone/jssipPhone'
import { checkMicrophone } from '@/phone/microphone'
import type { MicrophoneProblem, Phone, PhoneListener, Registration } from '@/phone/phone'

export type PhoneCall = 'none' | 'ringing' | 'connected'
export type PhoneMaker = (account: Session['sip'], listener: PhoneListener) => Phone

/** The browser phone. Agents with a phone on their desk never open it. */
export const usePhone = defineStore('phone', () => {
  const registration = ref<Registration>('offline')
  const call = ref<PhoneCall>('none')
  const caller = ref('')
  const muted = ref(false)
  const remoteAudio = shallowRef<MediaStream>()
  const microphone = ref<MicrophoneProblem>()
  let phone: Phone | undefined

  const listener: PhoneListener = {
    onRegistration: (value) => (registration.value = value),
    onRinging: (from) => {
      caller.value = from
      call.value = 'ringing'
    },
    onConnected: () => (call.value = 'connected'),
    onRemoteAudio: (audio) => (remoteAudio.value = audio),
    onMuted: (value) => (muted.value = value),
    onMicrophone: (problem) => (microphone.value = problem),
    onEnded: clear,
  }

  function clear(): void {
    call.value = 'none'
    muted.value = false
    remoteAudio.value = undefined
  }

  function open(account: Session['sip'], make: PhoneMaker = (to, tell) => new JsSipPhone(to, tell)): void {
    phone = make(account, listener)
    phone.start()
    navigator.mediaDevices?.addEventListener('devicechange', onDevices)
  }

  function close(): void {
    navigator.mediaDevices?.removeEventListener('devicechange', onDevices)
    phone?.stop()
    phone = undefined
    registration.value = 'offline'
    clear()
  }

  /** Whether the agent could be heard; asks for permission the first time. */
  async function ready(): Promise<boolean> {
    microphone.value = await checkMicrophone()
    return microphone.value === undefined
  }

  function onDevices(): void {
    if (call.value === 'none') void ready()
  }

  const answer = (): void => phone?.answer()
  const hangUp = (): void => phone?.hangUp()
  const toggleMute = (): void => phone?.setMuted(!muted.value)

  return { registration, call, caller, muted, remoteAudio, microphone, open, close, ready, answer, hangUp, toggleMute }
})
