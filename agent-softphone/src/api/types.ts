import type { components } from './schema.gen'

type Schemas = components['schemas']

export type AlikeOrder = Schemas['AlikeOrder']
export type Article = Schemas['Article']
export type Alarm = Schemas['Alarm']
export type Agent = Schemas['Agent']
export type AgentDay = Schemas['AgentDay']
export type AgentState = Schemas['AgentState']
export type Area = NonNullable<Schemas['NewWorkOrder']['area']>
export type Broadcast = Schemas['Broadcast']
export type BroadcastTally = Schemas['BroadcastTally']
export type BusyReason = NonNullable<Schemas['StateRequest']['reason']>
export type Bilingual = Schemas['Bilingual']
export type BrokenPromise = Schemas['BrokenPromise']
export type Call = Schemas['Call']
export type CustomerMatch = Schemas['CustomerMatch']
export type CustomerView = Schemas['CustomerView']
export type Due = Schemas['Due']
export type FilingDay = Schemas['FilingDay']
export type HandoverItem = Schemas['HandoverItem']
export type Milestone = Schemas['Milestone']
export type Names = Schemas['Names']
export type NewBroadcast = Pick<Broadcast, 'text' | 'level'> & Partial<Pick<Broadcast, 'queue' | 'agentNo' | 'until'>>
export type NewQuality = Schemas['NewQuality']
export type NewReminder = Pick<Reminder, 'dueAt' | 'number' | 'note' | 'callId' | 'workOrderNo'>
export type NewWorkOrder = Schemas['NewWorkOrder']
export type Outage = Schemas['Outage']
export type QualityDraw = Schemas['QualityDraw']
export type QueueStats = Schemas['QueueStats']
export type ReasonForm = Schemas['ReasonForm']
export type Recording = Schemas['Recording']
export type Reminder = Schemas['Reminder']
export type RestAnswered = Schemas['EventRestAnswered']
export type RestAsked = Schemas['EventRestAsked']
export type RestRequest = Schemas['RestRequest']
export type Routing = Schemas['Routing']
export type RoutingDecision = Schemas['RoutingDecision']
export type ScreenPop = Schemas['EventCallOffered']
export type Session = Schemas['Session']
export type StateRequest = Schemas['StateRequest']
export type Supervision = Schemas['Supervision']
export type SupervisionChanged = Schemas['EventSupervisionChanged']
export type Talk = Schemas['Talk']
export type Target = Schemas['Target']
export type Tariff = Schemas['Tariff']
export type Urgency = Schemas['Urgency']
export type WaitingCall = Schemas['WaitingCall']
export type Wall = Schemas['Wall']
export type WallQueue = Schemas['WallQueue']
export type WorkOrder = Schemas['WorkOrder']
export type WorkOrderType = Schemas['WorkOrderType']

export type CallAnswered = Schemas['EventCallAnswered']
export type CallEnded = Schemas['EventCallEnded']
export type TalkChanged = Schemas['EventTalkChanged']

export type BroadcastEvent =
  | Schemas['EventBroadcastSent']
  | Schemas['EventBroadcastWithdrawn']
  | Schemas['EventBroadcastRead']

/** Every message of the event stream; `type` tells which. */
export type DeskEvent =
  | Schemas['EventAgentState']
  | ScreenPop
  | CallAnswered
  | CallEnded
  | TalkChanged
  | Schemas['EventPromiseBroken']
  | Schemas['EventWorkOrderChanged']
  | Schemas['EventQueueStats']
  | Schemas['EventSupervisionChanged']
  | Schemas['EventWall']
  | Schemas['EventAlarms']
  | BroadcastEvent
  | RestAsked
  | RestAnswered
  | Schemas['EventReasonsChanged']
  | Schemas['EventNamesChanged']
  | Schemas['EventSessionReplaced']
