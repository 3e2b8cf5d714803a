import createClient from 'openapi-fetch'
import type { paths } from './schema.gen'
import { Problem } from './problem'

let token: string | undefined
let refused: () => void = () => undefined

export const client = createClient<paths>({
  baseUrl: '/api/v1',
  fetch: (request) => globalThis.fetch(request),
})

client.use({
  onRequest({ request }) {
    if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`)
    return request
  },
})

export function setToken(value: string | undefined): void {
  token = value
}

/** Told when the server no longer takes the token it gave. */
export function onRefused(listener: () => void): void {
  refused = listener
}

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The body of a good answer; every other outcome, a dead line included, is thrown as a {@link Problem}. */
export async function ask<T>(pending: Promise<Answer<T>>): Promise<T> {
  const askedWith = token
  let answer: Answer<T>
  try {
    answer = await pending
  } catch {
    throw Problem.offline()
  }
  if (answer.response.ok) return answer.data as T
  if (answer.response.status === 401 && askedWith !== undefined && askedWith === token) refused()
  throw Problem.from(answer.response, answer.error)
}
