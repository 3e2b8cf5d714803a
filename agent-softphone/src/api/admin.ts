/** What administrators ask of the engine, one function an operation. Each throws a `Problem`. */
import { ask, client } from './client'
import type { Bilingual } from './types'
import type { components } from './schema.gen'

type Schemas = components['schemas']

export type Account = Schemas['Account']
export type Change = Schemas['Change']
export type ChangedAccount = Schemas['ChangedAccount']
export type DaySpan = Schemas['DaySpan']
export type Flow = Schemas['Flow']
export type FlowTrial = Schemas['FlowTrial']
export type Holiday = Schemas['Holiday']
export type NewNotice = Schemas['NewNotice']
export type LimitProfiles = Schemas['LimitProfiles']
export type Kept = LimitProfiles['profiles'][number]
export type LimitProfile = Schemas['LimitProfile']
export type Milestone = Schemas['Milestone']
export type TimeLimit = Schemas['TimeLimit']
export type Notice = Schemas['Notice']
export type AgentLimits = Schemas['AgentLimits']
export type HousePrompt = Schemas['HousePrompt']
export type Prompt = Schemas['Prompt']
export type ReasonForm = Schemas['ReasonForm']
export type QueueRule = Schemas['QueueRule']
export type Rules = Schemas['Rules']
export type KeptQueue = Rules['queues'][number]
export type SettingsSheet = Schemas['SettingsSheet']
export type Storm = Schemas['Storm']
export type StormMode = Schemas['StormMode']
export type NewAccount = Schemas['NewAccount']
export type Role = Schemas['Role']
export type SkillGrant = Schemas['SkillGrant']

/** When something is open on one kind of day. */
export interface Opening {
  calendar: string
  dayKind: 'WORKING' | 'REST' | 'HOLIDAY'
  spans: DaySpan[]
}

export const listAccounts = () => ask(client.GET('/admin/accounts'))

export const createAccount = (body: NewAccount) => ask(client.POST('/admin/accounts', { body }))

export const changeAccount = (agentNo: string, body: ChangedAccount) =>
  ask(client.PUT('/admin/accounts/{agentNo}', { params: { path: { agentNo } }, body }))

/** Without a password the server makes one up, which only this answer tells. */
export const setPassword = (agentNo: string, password?: string) =>
  ask(
    client.PUT('/admin/accounts/{agentNo}/password', {
      params: { path: { agentNo } },
      body: password === undefined ? {} : { password },
    }),
  )

export const listFlows = async () => (await ask(client.GET('/admin/flows'))).flows

/** Without a trial the flow is rolled back; what was seen to be tried must still be. */
export const setFlowTrial = (name: string, body: { trial?: FlowTrial; seen?: FlowTrial }) =>
  ask(client.PUT('/admin/flows/{name}/trial', { params: { path: { name } }, body }))

export const getCalendar = () => ask(client.GET('/admin/calendar'))

/** Without a holiday the day is what its day of the week says; what was seen there must still be. */
export const setHoliday = (day: string, body: { holiday?: Holiday; seen?: Holiday }) =>
  ask(client.PUT('/admin/holidays/{day}', { params: { path: { day } }, body }))

export const getRules = () => ask(client.GET('/admin/rules'))

/** Without spans it is closed on days of this kind; what was seen there must still be. */
export const setHours = (calendar: string, dayKind: Opening['dayKind'], body: { spans: DaySpan[]; seen: DaySpan[] }) =>
  ask(client.PUT('/admin/hours/{calendar}/{dayKind}', { params: { path: { calendar, dayKind } }, body }))

/** Without a rule the queue is served as the settings say; what was seen must still hold. */
export const setQueueRule = (queue: string, body: { rule?: QueueRule; seen: QueueRule }) =>
  ask(client.PUT('/admin/rules/queues/{queue}', { params: { path: { queue } }, body }))

export const addQueue = (body: { queue: string; name: Bilingual; rule: QueueRule }) => ask(client.POST('/admin/rules/queues', { body }))

export const removeQueue = (queue: string) => ask(client.DELETE('/admin/rules/queues/{queue}', { params: { path: { queue } } }))

/** Without a name it is called by the desk's own word; what was seen must still hold. */
export const nameQueue = (queue: string, body: { name?: Bilingual; seen?: Bilingual }) =>
  ask(client.PUT('/admin/rules/queues/{queue}/name', { params: { path: { queue } }, body }))

/** The names of those that are added, and of those that the desk's own word does not do for; what was seen must still hold. */
export const setSkills = (body: { skills: Record<string, Bilingual>; seen: Record<string, Bilingual> }) =>
  ask(client.PUT('/admin/rules/skills', { body }))

/** Without limits those of the settings hold; what was seen must still hold. */
export const setLimits = (body: { limits?: AgentLimits; seen: AgentLimits }) => ask(client.PUT('/admin/rules/limits', { body }))

/** Without reasons those of the program are offered; what was seen must still hold. */
export const setReasons = (body: { reasons?: ReasonForm[]; seen: ReasonForm[] }) => ask(client.PUT('/admin/rules/reasons', { body }))

export const getLimitProfiles = () => ask(client.GET('/admin/limit-profiles'))

/** Without a profile the product's own is put back, an own one removed; without what was seen one is added. */
export const setLimitProfile = (id: string, body: { profile?: LimitProfile; seen?: LimitProfile }) =>
  ask(client.PUT('/admin/limit-profiles/{id}', { params: { path: { id } }, body }))

/** Without a profile the choice for that day is taken back; what was seen there must still be. */
export const chooseLimitProfile = (day: string, body: { profile?: string; seen?: string }) =>
  ask(client.PUT('/admin/limit-choices/{day}', { params: { path: { day } }, body }))

export const getSettings = () => ask(client.GET('/admin/settings'))

export const listPrompts = async () => (await ask(client.GET('/admin/prompts'))).prompts

/** A prompt, with its number, in one of its languages. */
export interface PromptKey {
  id: string
  language: 'zh' | 'en'
}

/** As callers hear it now, as the product has it, or as a recording that was sent would sound. */
export const promptAudio = (path: PromptKey, sound?: string): Promise<Blob> =>
  ask(
    client.GET('/admin/prompts/{id}/audio/{language}', {
      params: { path, query: sound === undefined ? {} : { sound } },
      parseAs: 'blob',
    }),
  )

/** A text as the voice would speak it; callers hear nothing of it. */
export const speakPrompt = (path: PromptKey, text: string): Promise<Blob> =>
  ask(client.POST('/admin/prompts/{id}/speech/{language}', { params: { path }, body: { text }, parseAs: 'blob' }))

/** Has a recording checked; callers don't hear it yet. */
export const recordPrompt = (path: PromptKey, wav: Blob) =>
  ask(
    client.POST('/admin/prompts/{id}/recordings/{language}', {
      params: { path },
      body: wav as unknown as string,
      bodySerializer: () => wav,
      headers: { 'Content-Type': 'audio/wav' },
    }),
  )

export interface PromptWish {
  text: string
  recording?: { sound: string; name: string }
  seen?: string
}

/** Without a recording the voice speaks the text; what was seen must still stand. */
export const changePrompt = (path: PromptKey, body: PromptWish) =>
  ask(client.PUT('/admin/prompts/{id}/texts/{language}', { params: { path }, body }))

/** The product's own again; what was seen must still stand. */
export const putPromptBack = (path: PromptKey, seen?: string) =>
  ask(
    client.DELETE('/admin/prompts/{id}/texts/{language}', {
      params: { path, query: seen === undefined ? {} : { seen } },
    }),
  )

export const listNotices = async () => (await ask(client.GET('/notices'))).notices

export const createNotice = (body: NewNotice) => ask(client.POST('/notices', { body }))

export const endNotice = (id: string) => ask(client.POST('/notices/{id}/end', { params: { path: { id } } }))

export const getStorm = () => ask(client.GET('/storm'))

export const setStorm = (mode: StormMode) => ask(client.PUT('/storm', { body: { mode } }))

export interface ChangeFilter {
  by?: string
  kind?: string
  subject?: string
  limit?: number
}

export const listChanges = async (query: ChangeFilter) =>
  (await ask(client.GET('/audit/changes', { params: { query } }))).changes
