/** What the desk asks of the engine, one function an operation. Each throws a `Problem`. */
import { ask, client } from './client'
import type { NewWorkOrder, StateRequest } from './types'

export const signIn = (agentNo: string, password: string) =>
  ask(client.POST('/sessions', { body: { agentNo, password } }))

export const currentSession = () => ask(client.GET('/sessions/current'))

export const signOut = () => ask(client.DELETE('/sessions/current'))

export const setState = (body: StateRequest) => ask(client.PUT('/agents/me/state', { body }))

/** The floor, for those whom the server lets watch it. */
export const wall = () => ask(client.GET('/wall'))

export const listQueues = async () => (await ask(client.GET('/queues'))).queues

export const listCalls = async (agentNo: string, limit: number) =>
  (await ask(client.GET('/calls', { params: { query: { agentNo, limit } } }))).calls

export const listBrokenPromises = async (limit: number) =>
  (await ask(client.GET('/broken-promises', { params: { query: { limit } } }))).brokenPromises

/** Why each agent was or was not chosen for a call. */
export const callRouting = (callId: string) =>
  ask(client.GET('/calls/{callId}/routing', { params: { path: { callId } } }))

export const listWorkOrderTypes = async () => (await ask(client.GET('/work-order-types'))).types

export const createWorkOrder = (body: NewWorkOrder) => ask(client.POST('/work-orders', { body }))

/** The whole audio: an `<audio>` element cannot send the token itself. */
export const recordingAudio = (id: string): Promise<Blob> =>
  ask(client.GET('/recordings/{id}/audio', { params: { path: { id } }, parseAs: 'blob' }))

export const listWorkOrders = async (callId: string) =>
  (await ask(client.GET('/work-orders', { params: { query: { callId } } }))).workOrders
