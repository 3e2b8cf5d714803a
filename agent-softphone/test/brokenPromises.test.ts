import { describe, expect, it } from 'vitest'
import { merged, MOST } from '@/desk/brokenPromises'
import { alternatives } from '@/desk/demand'
import { at, brokenPromise } from './fixtures'

const broken = (second: number) => brokenPromise({ callId: `vl1-${second}`, at: at(second) })

describe('broken promises', () => {
  it('stand newest first, whichever list they came from', () => {
    expect(merged([broken(2), broken(1)], [broken(3)]).map((one) => one.callId)).toEqual(['vl1-3', 'vl1-2', 'vl1-1'])
  })

  it('of one call count once, with the moment told first', () => {
    const again = { ...broken(1), at: at(9), cause: 'ENGINE_OR_SWITCH' as const }
    expect(merged([again], [broken(1)])).toEqual([broken(1)])
    expect(merged([broken(1)], [again])).toEqual([broken(1)])
  })

  it('are bounded, and the oldest goes', () => {
    const many = Array.from({ length: MOST }, (_, second) => broken(second))
    const now = merged([broken(MOST)], many)
    expect(now).toHaveLength(MOST)
    expect(now.at(-1)?.callId).toBe('vl1-1')
  })
})

describe('what a call asks for', () => {
  it('is read from the short form', () => {
    expect(alternatives('fault:3+english:2|general')).toEqual([
      [
        { skill: 'fault', level: 3 },
        { skill: 'english', level: 2 },
      ],
      [{ skill: 'general', level: 1 }],
    ])
  })
})
