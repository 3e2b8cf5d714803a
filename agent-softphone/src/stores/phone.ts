import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Session } from '@/api/types'
import { JsSipPhone } from '@/phone/jssipPhone'
import { forgetTalk, keepMuted, keepTalk, keptTalk } from '@/phone/keptTalk'
import { type MediaProblem, probeMedia } from '@/phone/mediaProbe'
import { checkMicrophone } from '@/phone/microphone'
import type { MicrophoneProblem, Phone, PhoneListener, Registration } from '@/phone/phone'

/** `returning`: a talk whose page or line was lost is being taken over again. */
export type PhoneCall = 'none' | 'ringing' | 'connected' | 'returning'
export type PhoneMaker = (account: Session['sip'], listener: PhoneListener) => Phone

/** The browser phone of agents and supervisors. Whoever has a phone on the desk never opens it. */
export const usePhone = defineStore('phone', () => {
  const registration = ref<Registration>('offline')
  const call = ref<PhoneCall>('none')
  const caller = ref('')
  const muted = ref(false)
  const keys = ref('')
  const remoteAudio = shallowRef<MediaStream>()
  const microphone = ref<MicrophoneProblem>()
  let phone: Phone | undefined
  let address = ''

  const listener: PhoneListener = {
    onRegistration: (value) => {
      registration.value = value
      if (value === 'registered') comeBack()
    },
    onRinging: (from) => {
      clear()
      caller.value = from
      call.value = 'ringing'
    },
    onConnected: (talk) => {
      keepTalk(address, { ...talk, muted: muted.value })
      call.value = 'connected'
    },
    onRemoteAudio: (audio) => (remoteAudio.value = audio),
    onMuted: (value) => {
      muted.value = value
      keepMuted(address, value)
    },
    onMicrophone: (problem) => (microphone.value = problem),
    onEnded: () => {
      forgetTalk(address)
      clear()
    },
    onLost: () => {
      clear()
      call.value = 'returning'
      if (registration.value === 'registered') comeBack()
    },
  }

  /** The next call begins unmuted and with no keys sent. */
  function clear(): void {
    call.value = 'none'
    muted.value = false
    keys.value = ''
    remoteAudio.value = undefined
  }

  /** The switch keeps a talk for a while whose page or line is gone; refused, it is over. */
  function comeBack(): void {
    const talk = keptTalk(address)
    if (talk === undefined || call.value === 'ringing' || call.value === 'connected') return
    call.value = 'returning'
    phone?.rejoin(talk, talk.muted)
  }

  function open(account: Session['sip'], make: PhoneMaker = (to, tell) => new JsSipPhone(to, tell)): void {
    address = account.uri
    phone = make(account, listener)
    phone.start()
  }

  function close(): void {
    phone?.stop()
    phone = undefined
    registration.value = 'offline'
    clear()
  }

  /** Whether the agent could be heard; asks for permission the first time. In a talk, speaks into what is there now. */
  async function checkVoice(): Promise<void> {
    const problem = await checkMicrophone()
    if (problem === undefined && microphone.value !== undefined && call.value === 'connected') {
      await phone?.renewMicrophone()
    }
    microphone.value = problem
  }

  /** Whether sound comes back from the switch; only without a call. */
  async function checkSound(): Promise<MediaProblem | undefined> {
    return phone === undefined ? 'unreached' : probeMedia(phone)
  }

  function sendKeys(more: string): void {
    if (call.value !== 'connected') return
    phone?.sendKeys(more)
    keys.value += more
  }

  const answer = (): void => phone?.answer()
  const hangUp = (): void => phone?.hangUp()
  const setMuted = (to: boolean): void => phone?.setMuted(to)
  const toggleMute = (): void => setMuted(!muted.value)
  const statistics = async (): Promise<RTCStatsReport | undefined> => phone?.statistics()

  const seen = { registration, call, caller, muted, keys, remoteAudio, microphone }
  return { ...seen, open, close, checkVoice, checkSound, answer, hangUp, setMuted, toggleMute, sendKeys, statistics }
})
