import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import * as api from '@/api'
import type { QueueStats } from '@/api/types'

/** Live figures of the queues. */
export const useQueues = defineStore('queues', () => {
  const all = shallowRef<QueueStats[]>([])

  const hear = (queues: QueueStats[]): void => {
    all.value = queues
  }

  const load = async (): Promise<void> => hear(await api.listQueues())

  return { all, hear, load }
})
