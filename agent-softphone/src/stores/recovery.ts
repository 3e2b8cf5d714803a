import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as api from '@/api'
import { Problem } from '@/api/problem'
import type { HandoverItem, QualityDraw, Recording } from '@/api/types'

/** Dissatisfied callers: what one shift hands to the next, the calls drawn for a check, and how they sounded. */
export const useRecovery = defineStore('recovery', () => {
  const items = shallowRef<HandoverItem[]>([])
  const draws = shallowRef<QualityDraw[]>([])
  /** Of the calls that were looked at, by call. */
  const recordings = shallowRef(new Map<string, Recording[]>())
  const problem = shallowRef<Problem>()

  async function load(): Promise<void> {
    try {
      ;[items.value, draws.value] = await Promise.all([api.listHandover(), api.listQualityDraws()])
      problem.value = undefined
    } catch (error) {
      problem.value = Problem.of(error)
    }
  }

  /** Another shift leader may have been faster: what is open now is read either way. */
  async function confirm(callId: string): Promise<void> {
    try {
      await api.confirmHandover(callId)
    } finally {
      await load()
    }
  }

  async function find(callId: string): Promise<void> {
    const found = await api.listRecordings(callId)
    recordings.value = new Map(recordings.value).set(callId, found)
  }

  function close(): void {
    items.value = []
    draws.value = []
    recordings.value = new Map()
    problem.value = undefined
  }

  return { items, draws, recordings, problem, load, confirm, find, close }
})
