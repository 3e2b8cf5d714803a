// A pretend engine: the built desk, a supervisor's session, and a floor of made-up agents who change all the time.
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebSocketServer } from 'ws'

const DESK = fileURLToPath(new URL('../dist', import.meta.url))
const KINDS = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const STATES = ['IDLE', 'TALKING', 'ACW', 'BUSY', 'RINGING']
const SKILLS = ['general', 'fault', 'inquiry', 'complaint', 'english']
const QUEUES = ['general', 'fault', 'outage', 'bill', 'business', 'complaint', 'danger']
const BEAT_MS = 250

const time = (fromNow = 0) => new Date(Date.now() + fromNow).toISOString()

function agentOf(n, state) {
  return {
    agentNo: String(1000 + n),
    name: `测试座席${1000 + n}`,
    role: 'agent',
    phone: 'webrtc',
    skills: { [SKILLS[n % 5]]: 1 + (n % 9), [SKILLS[(n + 2) % 5]]: 3 },
    state,
    ...(state === 'BUSY' && { reason: 'MEAL', stateUntil: time(600_000) }),
    ...(['TALKING', 'RINGING'].includes(state) && { callId: `vl1-${n}` }),
    stateSince: time(),
    phoneReachable: true,
  }
}

const queueOf = (queue, n) => ({
  queue,
  waiting: n,
  longestWaitSeconds: 0,
  agentsIdle: 40,
  agentsRinging: n,
  agentsTalking: 60,
  agentsBusy: 12,
  ...(n > 0 && { waitingSince: time(-9_000) }),
  today: { answered: 900, inTime: 850, abandoned: 12, abandonedLate: 3 },
})

const callOf = (n) => ({
  callId: `vl1-w${n}`,
  queue: QUEUES[n % QUEUES.length],
  caller: `000****00${10 + n}`,
  queuedAt: time(n * 1_000 - 12_000),
  dueAt: time(n * 1_000),
  ringing: n % 3 === 0,
  danger: n === 6,
})

const wall = (agents) => ({ agents, queues: QUEUES.map(queueOf), waiting: Array.from({ length: 20 }, (_, n) => callOf(n)) })
const me = { ...agentOf(1000, 'SIGNED_OUT'), agentNo: '2001', role: 'supervisor' }

const answers = (count) => ({
  '/sessions/current': () => ({ token: 't', agent: me, sip: { uri: 'sip:x', password: 'x', server: 'ws://x' } }),
  '/wall': () => ({ at: time(), ...wall(Array.from({ length: count }, (_, n) => agentOf(n, 'IDLE'))) }),
  '/queues': () => ({ queues: [] }),
  '/broken-promises': () => ({ brokenPromises: [] }),
})

function serve(path, response) {
  const file = path !== '/' && existsSync(DESK + path) ? DESK + path : `${DESK}/index.html`
  response.writeHead(200, { 'Content-Type': KINDS[extname(file)] ?? 'text/html' }).end(readFileSync(file))
}

/** Each of `count` agents changes once a second, one after the other; told as the engine does, four times a second. */
function tell(socket, count) {
  const began = Date.now()
  let told = 0
  const beats = setInterval(() => {
    const changed = []
    for (const due = ((Date.now() - began) * count) / 1_000; told < due; told++) {
      const state = STATES[(told + Math.floor(told / count)) % STATES.length]
      changed.push(agentOf(told % count, state))
    }
    socket.send(JSON.stringify({ type: 'wall', at: time(), ...wall(changed) }))
  }, BEAT_MS)
  socket.on('close', () => clearInterval(beats))
}

/** Serves a floor of `count` agents on a free port of the loopback; answers the server when it listens. */
export function openFloor(count) {
  const known = answers(count)
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, 'http://floor')
    if (!pathname.startsWith('/api/v1')) return serve(pathname, response)
    const body = known[pathname.slice('/api/v1'.length)]?.()
    response.writeHead(body ? 200 : 404, { 'Content-Type': 'application/json' }).end(JSON.stringify(body ?? {}))
  })
  new WebSocketServer({ server, perMessageDeflate: true }).on('connection', (socket) => {
    socket.once('message', () => tell(socket, count))
  })
  return new Promise((listens) => server.listen(0, '127.0.0.1', () => listens(server)))
}
