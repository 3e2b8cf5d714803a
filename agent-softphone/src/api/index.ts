/** What the desk asks of the engine, one function an operation. Each throws a `Problem`. */
import { ask, client } from './client'
import type { Watch } from '@/desk/acts'
import type { Alarm, Area, NewBroadcast, NewQuality, NewReminder, NewWorkOrder, RestRequest, StateRequest, Target } from './types'

export const signIn = (agentNo: string, password: string) =>
  ask(client.POST('/sessions', { body: { agentNo, password } }))

export const currentSession = () => ask(client.GET('/sessions/current'))

export const signOut = () => ask(client.DELETE('/sessions/current'))

export const setState = (body: StateRequest) => ask(client.PUT('/agents/me/state', { body }))

/** The floor, for those whom the server lets watch it. */
export const wall = () => ask(client.GET('/wall'))

/** Rings the supervisor's own phone for an agent's talk; in it already, changes what is done there. */
export const supervise = (callId: string, agentNo: string, kind: Watch) =>
  ask(client.PUT('/calls/{callId}/supervision', { params: { path: { callId } }, body: { agentNo, kind } }))

/** Whose talk the supervisor's own phone is in. */
export const ownSupervision = () => ask(client.GET('/supervision'))

export const leaveTalk = (callId: string) =>
  ask(client.DELETE('/calls/{callId}/supervision', { params: { path: { callId } } }))

export const releaseTalk = (callId: string, agentNo: string) =>
  ask(client.POST('/calls/{callId}/release', { params: { path: { callId } }, body: { agentNo } }))

export const moveCall = (callId: string, queue: string) =>
  ask(client.POST('/calls/{callId}/move', { params: { path: { callId } }, body: { queue } }))

/** Has a waiting caller wait for this agent, before all others. */
export const pickCall = (callId: string, agentNo: string) =>
  ask(client.POST('/calls/{callId}/pick', { params: { path: { callId } }, body: { agentNo } }))

export const setAgentState = (agentNo: string, body: StateRequest) =>
  ask(client.PUT('/agents/{agentNo}/state', { params: { path: { agentNo } }, body }))

export const signAgentOut = (agentNo: string) =>
  ask(client.DELETE('/agents/{agentNo}/session', { params: { path: { agentNo } } }))

export const listAgents = async () => (await ask(client.GET('/agents'))).agents

export const listQueues = async () => (await ask(client.GET('/queues'))).queues

export const listCalls = async (agentNo: string, limit: number) =>
  (await ask(client.GET('/calls', { params: { query: { agentNo, limit } } }))).calls

export const listBrokenPromises = async (limit: number) =>
  (await ask(client.GET('/broken-promises', { params: { query: { limit } } }))).brokenPromises

/** Why each agent was or was not chosen for a call. */
export const callRouting = (callId: string) =>
  ask(client.GET('/calls/{callId}/routing', { params: { path: { callId } } }))

export const listWorkOrderTypes = () => ask(client.GET('/work-order-types'))

export const createWorkOrder = (body: NewWorkOrder) => ask(client.POST('/work-orders', { body }))

/** What would be due if an order of this type were accepted now. */
export const listPromisedDue = async ({ type, area }: { type: string; area?: Area }) =>
  (await ask(client.GET('/work-order-types/{type}/due', { params: { path: { type }, query: { ...(area && { area }) } } }))).due

/** What a form may be about already. */
export const listAlikeOrders = (query: { type: string; accountNo?: string; contactPhone?: string }) =>
  ask(client.GET('/alike-orders', { params: { query } }))

const noted = (note: string): { note?: string } => (note === '' ? {} : { note })

export const urgeOrder = (no: string, callId: string, note: string) =>
  ask(client.PUT('/work-orders/{no}/urges/{callId}', { params: { path: { no, callId } }, body: noted(note) }))

export const linkOrder = (no: string, callId: string, accountNo: string, note: string) =>
  ask(
    client.PUT('/work-orders/{no}/links/{callId}', {
      params: { path: { no, callId } },
      body: { accountNo, ...noted(note) },
    }),
  )

export const linkOutage = (id: string, callId: string, accountNo: string, note: string) =>
  ask(
    client.PUT('/outages/{id}/links/{callId}', {
      params: { path: { id, callId } },
      body: { accountNo, ...noted(note) },
    }),
  )

export const searchArticles = async (q: string, type: string) =>
  (await ask(client.GET('/articles', { params: { query: { q, ...(type !== '' && { type }) } } }))).articles

export const listTariffs = (query: { accountNo?: string; day?: string; kwh?: number }) =>
  ask(client.GET('/tariffs', { params: { query } }))

export const searchCustomers = async (q: string, limit: number) =>
  (await ask(client.GET('/customers', { params: { query: { q, limit } } }))).customers

export const getCustomer = (accountNo: string) =>
  ask(client.GET('/customers/{accountNo}', { params: { path: { accountNo } } }))

/** The whole audio: an `<audio>` element cannot send the token itself. */
export const recordingAudio = (id: string): Promise<Blob> =>
  ask(client.GET('/recordings/{id}/audio', { params: { path: { id } }, parseAs: 'blob' }))

export const listWorkOrders = async (callId: string) =>
  (await ask(client.GET('/work-orders', { params: { query: { callId } } }))).workOrders

/** How the agent heard the caller. Sent also while the page is going away. */
export const putQuality = (callId: string, body: NewQuality) =>
  ask(client.PUT('/calls/{callId}/quality', { params: { path: { callId } }, body, keepalive: true }))

const of = (callId: string) => ({ params: { path: { callId } } })

export const getCall = (callId: string) => ask(client.GET('/calls/{callId}', of(callId)))

export const getTalk = (callId: string) => ask(client.GET('/calls/{callId}/talk', of(callId)))

export const holdTalk = (callId: string) => ask(client.POST('/calls/{callId}/hold', of(callId)))

export const resumeTalk = (callId: string) => ask(client.POST('/calls/{callId}/resume', of(callId)))

export const consult = (callId: string, body: Target) =>
  ask(client.POST('/calls/{callId}/consult', { ...of(callId), body }))

export const completeConsultation = (callId: string) =>
  ask(client.POST('/calls/{callId}/consult/complete', of(callId)))

export const cancelConsultation = (callId: string) => ask(client.POST('/calls/{callId}/consult/cancel', of(callId)))

export const conferConsultation = (callId: string) =>
  ask(client.POST('/calls/{callId}/consult/conference', of(callId)))

export const transferTalk = (callId: string, body: Target) =>
  ask(client.POST('/calls/{callId}/transfer', { ...of(callId), body }))

export const askForHelp = (callId: string) => ask(client.POST('/calls/{callId}/help', of(callId)))

/** Rings the own phone, and once it is answered the other; answers before it rings. */
export const callOut = (body: Target) => ask(client.POST('/calls', { body }))

/** The reasons that may be given for being busy, in the order in which they are offered. */
export const listBusyReasons = async () => (await ask(client.GET('/busy-reasons'))).reasons

/** What administrators call queues and skills. */
export const getNames = () => ask(client.GET('/names'))

/** Rests that agents ask supervisors for; an agent is told of the own one only. */
export const listRestRequests = async () => (await ask(client.GET('/rest-requests'))).requests

export const askForRest = (reason: RestRequest['reason'], minutes: number) =>
  ask(client.POST('/rest-requests', { body: { reason, minutes } }))

export const withdrawRestRequest = () => ask(client.DELETE('/rest-requests'))

export const answerRestRequest = (agentNo: string, granted: boolean) =>
  ask(client.POST('/rest-requests/{agentNo}/answer', { params: { path: { agentNo } }, body: { granted } }))

/** What of the floor is not as it should be, the worst first. */
export const listAlarms = async () => (await ask(client.GET('/alarms'))).alarms

export const listTodaysAlarms = async () => (await ask(client.GET('/alarms/today'))).alarms

export const acknowledgeAlarm = (kind: Alarm['kind'], subject: string) =>
  ask(client.POST('/alarms/acknowledge', { body: { kind, subject } }))

/** How soon after their calls agents sent orders today, and which came late. */
export const listLateOrders = () => ask(client.GET('/late-orders'))

/** What was told to desks and who has read it, for supervisors. */
export const listBroadcasts = async () => (await ask(client.GET('/broadcasts'))).broadcasts

/** What the agent has not confirmed having read. */
export const listMyBroadcasts = async () => (await ask(client.GET('/agents/me/broadcasts'))).broadcasts

export const sendBroadcast = (body: NewBroadcast) => ask(client.POST('/broadcasts', { body }))

export const withdrawBroadcast = (id: number) =>
  ask(client.POST('/broadcasts/{id}/withdraw', { params: { path: { id } } }))

export const readBroadcast = (id: number) => ask(client.POST('/broadcasts/{id}/read', { params: { path: { id } } }))

/** The own figures of the day. */
export const myDay = () => ask(client.GET('/agents/me/day'))

/** What the agent is to call; for supervisors what is overdue of everybody's. */
export const listReminders = async () =>
  (await ask(client.GET('/reminders', { params: { query: { limit: 100 } } }))).reminders

export const addReminder = (body: NewReminder) => ask(client.POST('/reminders', { body }))

export const moveReminder = (id: number, dueAt: string) =>
  ask(client.POST('/reminders/{id}/move', { params: { path: { id } }, body: { dueAt } }))

export const finishReminder = (id: number) => ask(client.POST('/reminders/{id}/done', { params: { path: { id } } }))

/** Dissatisfied callers that no shift has taken over yet. */
export const listHandover = async () => (await ask(client.GET('/handover'))).items

export const confirmHandover = (callId: string) => ask(client.POST('/handover/{callId}/confirm', of(callId)))

/** Calls drawn for a quality check. */
export const listQualityDraws = async () => (await ask(client.GET('/quality-draws'))).draws

export const listRecordings = async (callId: string) =>
  (await ask(client.GET('/recordings', { params: { query: { callId } } }))).recordings
