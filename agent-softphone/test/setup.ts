import { afterEach, beforeEach, vi } from 'vitest'

// What has no sound card has no AudioContext either.
vi.mock('@/phone/mediaProbe', () => ({ probeMedia: vi.fn(() => Promise.resolve(undefined)) }))

beforeEach(() => {
  sessionStorage.clear()
  localStorage.clear()
})

afterEach(() => {
  document.body.innerHTML = ''
})
