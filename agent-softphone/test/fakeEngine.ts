import { vi } from 'vitest'
import type { DeskEvent, NewWorkOrder, Session, StateRequest } from '../src/api/types'
import { agentDay, call, NOW, session, types, workOrder } from './fixtures'

type Handler = (body: unknown) => Response | Promise<Response>

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

export const problem = (kind: string, status: number, headers: Record<string, string> = {}, more: object = {}): Response =>
  new Response(JSON.stringify({ type: `urn:voltline:${kind}`, title: kind, status, detail: `about ${kind}`, ...more }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  })

/** The engine's HTTP side for tests: answers as the contract says, remembers what it was asked, can be told to refuse. */
export class FakeEngine {
  session: Session = session()
  readonly orders: NewWorkOrder[] = []
  readonly states: StateRequest[] = []
  readonly tokens: (string | null)[] = []

  private readonly handlers = new Map<string, Handler>([
    ['POST /sessions', () => json(this.session, 201)],
    ['GET /sessions/current', () => json(this.session)],
    ['DELETE /sessions/current', () => new Response(null, { status: 204 })],
    ['PUT /agents/me/state', (body) => this.setState(body as StateRequest)],
    ['GET /queues', () => json({ queues: [] })],
    ['GET /wall', () => json({ at: NOW, agents: [], queues: [], waiting: [] })],
    ['GET /supervision', () => json({})],
    ['GET /calls', () => json({ calls: [call()] })],
    ['GET /rest-requests', () => json({ requests: [] })],
    ['GET /alarms', () => json({ alarms: [] })],
    ['GET /late-orders', () => json({ sent: 0, late: 0, orders: [] })],
    ['GET /broadcasts', () => json({ broadcasts: [] })],
    ['GET /agents/me/broadcasts', () => json({ broadcasts: [] })],
    ['GET /handover', () => json({ items: [] })],
    ['GET /quality-draws', () => json({ draws: [] })],
    ['GET /reminders', () => json({ reminders: [] })],
    ['GET /agents/me/day', () => json(agentDay())],
    ['GET /broken-promises', () => json({ brokenPromises: [] })],
    ['GET /work-order-types', () => json({ types, sendWithinSeconds: 180 })],
    ['GET /alike-orders', () => json({ orders: [] })],
    ['GET /articles', () => json({ articles: [] })],
    ['GET /tariffs', () => json({ day: '2026-11-21', tariffs: [] })],
    ['GET /customers', () => json({ customers: [] })],
    ['GET /work-orders', () => json({ workOrders: [] })],
    ['POST /work-orders', (body) => this.accept(body as NewWorkOrder)],
  ])

  /** Answers this operation differently from now on. */
  on(operation: string, handler: Handler): void {
    this.handlers.set(operation, handler)
  }

  /** What an event tells is what the session says from then on. */
  follow(event: DeskEvent): void {
    if (event.type === 'agent.state') this.session = { ...this.session, agent: event.agent }
    if (event.type === 'call.offered') this.session = { ...this.session, currentCall: event }
    if (event.type === 'call.ended' && event.outcome !== 'ANSWERED') delete this.session.currentCall
  }

  install(): void {
    vi.stubGlobal('fetch', (request: Request) => this.answer(request))
  }

  private async answer(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname.replace('/api/v1', '')
    this.tokens.push(request.headers.get('Authorization'))
    const text = await request.text()
    const handler = this.handlers.get(`${request.method} ${path}`)
    const json = request.headers.get('Content-Type') === 'application/json'
    return handler?.(json && text !== '' ? JSON.parse(text) : text || undefined) ?? problem('not-found', 404)
  }

  private setState(request: StateRequest): Response {
    this.states.push(request)
    this.session = { ...this.session, agent: { ...this.session.agent, ...request } }
    return json(this.session.agent)
  }

  private accept(order: NewWorkOrder): Response {
    this.orders.push(order)
    return json(workOrder({ no: '20261121000042', description: order.description }), 201)
  }
}
