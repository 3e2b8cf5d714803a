import { describe, expect, it } from 'vitest'
import { between, gradeOf, mosOf, type Reading, reading, summary } from '@/desk/quality'

const at = (of: Partial<Reading> = {}): Reading => ({
  received: 0,
  lost: 0,
  discarded: 0,
  jitter: 2,
  buffered: 0,
  samples: 0,
  ...of,
})

describe('the E-model', () => {
  it.each([
    [0, 0, 4.41],
    [0, 100, 4.36],
    [0, 300, 3.71],
    [1, 50, 4.3],
    [5, 50, 3.87],
    [20, 100, 2.51],
    [100, 5_000, 1],
  ])('makes of %s percent loss and %s ms an MOS of %s', (loss, delay, mos) => {
    expect(mosOf(loss, delay)).toBeCloseTo(mos, 2)
  })

  it('never gets better with more loss or delay, and stays within 1 and 4.5', () => {
    for (let loss = 0; loss < 100; loss += 2) {
      for (let delay = 0; delay < 2_000; delay += 50) {
        const here = mosOf(loss, delay)
        expect(here).toBeGreaterThanOrEqual(1)
        expect(here).toBeLessThan(4.5)
        expect(mosOf(loss + 2, delay)).toBeLessThanOrEqual(here + 1e-9)
        expect(mosOf(loss, delay + 50)).toBeLessThanOrEqual(here + 1e-9)
      }
    }
  })

  it('is good, fair or poor where G.109 draws the lines', () => {
    expect([4.41, 4.03, 4.02, 3.6, 3.59, 1].map(gradeOf)).toEqual(['good', 'good', 'fair', 'fair', 'poor', 'poor'])
  })
})

describe('what the browser counts', () => {
  const inbound = { type: 'inbound-rtp', kind: 'audio', packetsReceived: 500, packetsLost: 3, jitter: 0.004 }

  it('is read from the received sound, the round trip from the far end’s reports', () => {
    const report = [
      { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.5 },
      { ...inbound, packetsDiscarded: 2, jitterBufferDelay: 96, jitterBufferEmittedCount: 2_400 },
      { type: 'remote-inbound-rtp', kind: 'audio', roundTripTime: 0.03 },
    ]
    expect(reading(report)).toEqual({
      received: 500,
      lost: 3,
      discarded: 2,
      jitter: 4,
      roundTrip: 30,
      buffered: 96_000,
      samples: 2_400,
    })
  })

  it('is nothing before sound is received, and has no round trip where none is told', () => {
    expect(reading([])).toBeUndefined()
    expect(reading([inbound])).not.toHaveProperty('roundTrip')
  })

  it('becomes loss and MOS of the time between two looks, packets too late counted as lost', () => {
    const quality = between(at({ received: 100, lost: 5 }), at({ received: 340, lost: 13, discarded: 2, roundTrip: 40 }))
    expect(quality?.lossPercent).toBeCloseTo((100 * 10) / 248)
    expect(quality).toMatchObject({ jitterMillis: 2, roundTripMillis: 40 })
    expect(quality?.mos).toBeCloseTo(mosOf((100 * 10) / 248, 20 + 2 + 20))
  })

  it('is no quality at all while nothing comes', () => {
    expect(between(at({ received: 100 }), at({ received: 100 }))).toBeUndefined()
  })

  it('a packet given up too early is no gain', () => {
    expect(between(at({ received: 100, lost: 5 }), at({ received: 350, lost: 3 }))?.lossPercent).toBe(0)
  })
})

it('a talk is the mean of its stretches and remembers the worst', () => {
  const talk = summary(
    [
      { lossPercent: 0, jitterMillis: 2, roundTripMillis: 10, mos: 4.4 },
      { lossPercent: 10, jitterMillis: 6, mos: 3 },
    ],
    11,
  )
  expect(talk).toEqual({ seconds: 11, lossPercent: 5, jitterMillis: 4, roundTripMillis: 10, mos: 3.7, mosLowest: 3 })
  expect(summary([], 3)).toBeUndefined()
})
