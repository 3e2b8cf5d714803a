import { describe, expect, it } from 'vitest'
import { asClock, secondsSince } from '@/desk/clock'
import { countdown, owesApology } from '@/desk/promise'
import { at, NOW, pop } from './fixtures'

const start = Date.parse(NOW)
const ringing = { pop: pop(), phase: 'ringing' } as const

describe('the countdown', () => {
  it('begins with what the offer says and knows the whole promise', () => {
    expect(countdown(ringing, start)).toEqual({ ring: 8, promise: 10, promised: 12 })
  })

  it('runs down and past zero', () => {
    expect(countdown(ringing, start + 11_000)).toEqual({ ring: -3, promise: -1, promised: 12 })
  })
})

describe('the apology', () => {
  it('is owed while ringing once the promise is past', () => {
    expect(owesApology(ringing, start + 9_999)).toBe(false)
    expect(owesApology(ringing, start + 10_000)).toBe(true)
  })

  it('is settled by the moment of the answer', () => {
    expect(owesApology({ ...ringing, phase: 'talking', answeredAt: at(3) }, start + 60_000)).toBe(false)
    expect(owesApology({ ...ringing, phase: 'talking', answeredAt: at(11) }, start + 60_000)).toBe(true)
  })
})

describe('the clock', () => {
  it.each([
    [-3, '0:00'],
    [0.9, '0:00'],
    [59.99, '0:59'],
    [60, '1:00'],
    [605, '10:05'],
    [3600, '1:00:00'],
    [3_725, '1:02:05'],
  ])('shows %d s as %s', (seconds, shown) => expect(asClock(seconds)).toBe(shown))

  it('counts whatever offset a time was written with', () => {
    expect(secondsSince('2026-11-21T02:00:00Z', start + 5000)).toBe(5)
  })
})
