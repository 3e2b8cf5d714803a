import { shallowRef } from 'vue'
import type { Names } from '@/api/types'

export const NO_NAMES: Names = { queues: {}, skills: {} }

/** What administrators call queues and skills, by id; the others go by the catalogue. */
export const givenNames = shallowRef<Names>(NO_NAMES)
