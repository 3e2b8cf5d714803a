import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as api from '@/api'
import { onRefused, setToken } from '@/api/client'
import { Problem } from '@/api/problem'
import { FakeEngine, problem } from './fakeEngine'

const engine = new FakeEngine()
const refused = vi.fn()

beforeEach(() => {
  engine.install()
  refused.mockReset()
  onRefused(refused)
})

afterEach(() => {
  setToken(undefined)
  vi.unstubAllGlobals()
})

const refusal = (asked: Promise<unknown>): Promise<Problem> => asked.then(() => expect.fail(), Problem.of)

it('carries the token', async () => {
  setToken('token-9')
  await api.currentSession()
  expect(engine.tokens.at(-1)).toBe('Bearer token-9')
})

it('tells what was refused, why, and for how long', async () => {
  engine.on('POST /sessions', () => problem('too-many-attempts', 429, { 'Retry-After': '30' }))
  expect(await refusal(api.signIn('1001', 'wrong'))).toMatchObject({
    kind: 'too-many-attempts',
    status: 429,
    detail: 'about too-many-attempts',
    retryAfter: 30,
  })
})

it('takes a wrong password for no lost session', async () => {
  engine.on('POST /sessions', () => problem('invalid-credentials', 401))
  await refusal(api.signIn('1001', 'wrong'))
  expect(refused).not.toHaveBeenCalled()
})

it('tells of a token that is no longer taken', async () => {
  engine.on('GET /queues', () => problem('unauthorized', 401))
  setToken('token-old')
  await refusal(api.listQueues())
  expect(refused).toHaveBeenCalledOnce()
})

it('does not blame a new token for the old one', async () => {
  engine.on('GET /queues', () => {
    setToken('token-new')
    return problem('unauthorized', 401)
  })
  setToken('token-old')
  await refusal(api.listQueues())
  expect(refused).not.toHaveBeenCalled()
})

it('makes a problem of a page that is none, and of no answer', async () => {
  engine.on('GET /queues', () => new Response('<html>', { status: 502, statusText: 'Bad Gateway' }))
  expect(await refusal(api.listQueues())).toMatchObject({ kind: 'http-502', title: '502 Bad Gateway' })
  engine.on('GET /queues', () => Promise.reject(new TypeError('network')))
  expect(await refusal(api.listQueues())).toMatchObject({ kind: 'offline' })
})
