import type { Agent, AgentDay, BrokenPromise, Call, CustomerView, Reminder, Routing, ScreenPop, Session, WaitingCall, WallQueue, WorkOrder, WorkOrderType } from '../src/api/types'

/** A Saturday morning's synthetic people and calls, each fixture as the engine would send it. */
export const NOW = '2026-11-21T10:00:00.000+08:00'

export const at = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString()

export const agent = (of: Partial<Agent> = {}): Agent => ({
  agentNo: '1001',
  name: '测试座席1001',
  role: 'agent',
  phone: 'webrtc',
  skills: { general: 5 },
  state: 'IDLE',
  stateSince: at(-65),
  phoneReachable: true,
  ...of,
})

export const session = (of: Partial<Session> = {}): Session => ({
  token: 'token-1',
  agent: agent(),
  sip: { uri: 'sip:1001@localhost', password: 'synthetic', server: 'ws://localhost/sip' },
  ...of,
})

export const types: WorkOrderType[] = [
  {
    id: 'fault-repair',
    name: { zh: '故障报修', en: 'Fault repair' },
    requires: [],
    children: [
      { id: 'fault-repair.low-voltage', name: { zh: '低压故障', en: 'Low-voltage fault' }, requires: ['address', 'area'], children: [] },
      { id: 'fault-repair.single-premise', name: { zh: '单户停电', en: 'One premise without supply' }, requires: ['address', 'area'], children: [] },
      { id: 'fault-repair.danger', name: { zh: '触电、火花或断线等危险', en: 'Danger' }, requires: ['address', 'area'], children: [] },
    ],
  },
  {
    id: 'inquiry',
    name: { zh: '业务咨询', en: 'Inquiry' },
    requires: [],
    children: [{ id: 'inquiry.other', name: { zh: '其他咨询', en: 'Other inquiry' }, requires: [], children: [] }],
  },
  {
    id: 'look-up',
    name: { zh: '信息查询', en: 'Look-up' },
    requires: [],
    children: [{ id: 'look-up.outage', name: { zh: '停电信息', en: 'Outage information' }, requires: [], children: [] }],
  },
  {
    id: 'service-request',
    name: { zh: '服务申请', en: 'Service request' },
    requires: [],
    children: [
      { id: 'service-request.reconnection', name: { zh: '欠费复电', en: 'Reconnection after payment' }, requires: [], children: [] },
    ],
  },
]

export const workOrder = (of: Partial<WorkOrder> = {}): WorkOrder => ({
  no: '20261121000007',
  type: 'fault-repair.single-premise',
  status: 'DISPATCHED',
  urgency: 'NORMAL',
  accountNo: '9900000002',
  contactPhone: '00000000002',
  description: '家中无电，邻居正常',
  createdAt: at(-3600),
  createdBy: '1004',
  source: 'AGENT',
  due: [],
  history: [],
  actions: [],
  ...of,
})

export const customer = (of: Partial<CustomerView> = {}): CustomerView => ({
  accountNo: '9900000002',
  name: '演示客户0002',
  phones: ['00000000002'],
  address: '示例市样板区演示路2号1单元201室',
  area: 'TOWN',
  customerClass: 'RESIDENTIAL',
  creditGrade: 'A',
  balance: '128.50',
  cutOff: false,
  meterNo: 'M9900000002',
  transformerArea: '样板台区02',
  supplyStation: '示例供电所',
  openWorkOrders: [],
  outages: [],
  recentCalls: [
    { callId: 'vl1-1', arrivedAt: at(-86_400), answeredBy: '1003' },
    { callId: 'vl1-2', arrivedAt: at(-172_800) },
  ],
  ...of,
})

export const pop = (of: Partial<ScreenPop> = {}): ScreenPop => ({
  type: 'call.offered',
  at: NOW,
  callId: 'vl1-1763690400.7',
  agentNo: '1001',
  caller: '00000000002',
  language: 'zh',
  queue: 'general',
  queuedAt: at(-2),
  ringSeconds: 8,
  promiseSecondsLeft: 10,
  flowPath: ['welcome', 'language-zh', 'main', 'fault', 'fault-alone', 'agent'],
  customer: customer(),
  openWorkOrders: [workOrder()],
  outages: [
    {
      id: 'o-2',
      kind: 'FAULT',
      reason: { zh: '线路故障抢修', en: 'Line fault under repair' },
      startedAt: at(-5400),
      expectedBackAt: at(7200),
    },
  ],
  ...of,
})

export const brokenPromise = (of: Partial<BrokenPromise> = {}): BrokenPromise => ({
  at: at(12),
  callId: 'vl1-1763690400.9',
  queue: 'general',
  cause: 'AGENT_SILENT',
  caller: '000****0009',
  ...of,
})

export const routing = (of: Partial<Routing> = {}): Routing => ({
  callId: brokenPromise().callId,
  queuedAt: at(0),
  promise: { seconds: 12, brokenAt: at(12), cause: 'AGENT_SILENT' },
  decisions: [
    {
      at: at(0),
      outcome: 'OFFERED:1011',
      queue: 'general',
      demand: 'general:3',
      reserveOpen: false,
      promiseLeftSeconds: 12,
      ringSeconds: 7.8,
      candidates: [
        { agentNo: '1011', verdict: 'CHOSEN' },
        { agentNo: '1012', verdict: 'NOT_IDLE' },
      ],
      unnamed: 0,
    },
    {
      at: at(12.5),
      outcome: 'WAIT',
      queue: 'general',
      demand: 'general:1',
      reserveOpen: true,
      promiseLeftSeconds: -0.5,
      ringSeconds: 0,
      candidates: [{ agentNo: '1011', verdict: 'ALREADY_TRIED' }],
      unnamed: 7,
    },
  ],
  offers: [
    { agentNo: '1011', offeredAt: at(0), ringSeconds: 7.8, endedAt: at(7.8), outcome: 'NOT_ANSWERED' },
  ],
  overflows: [{ at: at(20), from: 'general', cause: 'NOBODY_CERTIFIED' }],
  ...of,
})

export const call = (of: Partial<Call> = {}): Call => ({
  callId: 'vl1-1763690000.3',
  direction: 'IN',
  parts: [],
  holdSeconds: 0,
  caller: '00000000005',
  accountNo: '9900000005',
  language: 'zh',
  queue: 'general',
  arrivedAt: at(-420),
  queuedAt: at(-400),
  offers: [],
  answeredAt: at(-396.4),
  answeredBy: '1001',
  answerSeconds: 3.6,
  endedAt: at(-260),
  endReason: 'CALLER_HUNG_UP',
  flowPath: [],
  recordings: [
    { id: 'r-1', kind: 'TALK', callId: 'vl1-1763690000.3', agentNo: '1001', startedAt: at(-396), seconds: 136.4, status: 'FINISHED' },
  ],
  workOrders: ['20261121000006'],
  ...of,
})

export const waitingCall = (of: Partial<WaitingCall> = {}): WaitingCall => ({
  callId: 'vl1-1763690400.11',
  queue: 'general',
  caller: '000****0011',
  queuedAt: at(-4),
  dueAt: at(8),
  ringing: false,
  danger: false,
  ...of,
})

export const wallQueue = (of: Partial<WallQueue> = {}): WallQueue => ({
  queue: 'general',
  waiting: 0,
  longestWaitSeconds: 0,
  agentsIdle: 3,
  agentsRinging: 0,
  agentsTalking: 5,
  agentsBusy: 2,
  today: { answered: 90, inTime: 81, abandoned: 14, abandonedLate: 10 },
  ...of,
})

export const agentDay = (of: Partial<AgentDay> = {}): AgentDay => ({
  at: NOW,
  offered: 12,
  answered: 10,
  notTaken: 1,
  inTime: 9,
  averageTalkSeconds: 95.4,
  workOrders: 4,
  satisfied: 5,
  fair: 1,
  dissatisfied: 0,
  ...of,
})

export const reminder = (of: Partial<Reminder> = {}): Reminder => ({
  id: 7,
  agentNo: '1001',
  dueAt: at(1800),
  number: '00000000009',
  note: '核实恢复供电',
  workOrderNo: '20261121000006',
  createdAt: at(0),
  ...of,
})
