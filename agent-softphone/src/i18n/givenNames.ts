import { shallowRef } from 'vue'
import type { Names } from '@/api/types'

/** What administrators call queues and skills, by id; the others go by the catalogue. */
export const givenNames = shallowRef<Names>({ queues: {}, skills: {} })
