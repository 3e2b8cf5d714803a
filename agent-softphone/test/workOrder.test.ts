import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useWorkOrder } from '@/stores/workOrder'
import { FakeEngine, problem } from './fakeEngine'
import { pop, workOrder } from './fixtures'

const describeCall = () => 'asks: '
let engine: FakeEngine
let order: ReturnType<typeof useWorkOrder>

async function openPage(agentNo = '1001'): Promise<void> {
  setActivePinia(createPinia())
  order = useWorkOrder()
  order.open(agentNo)
  await flushPromises()
}

beforeEach(async () => {
  engine = new FakeEngine()
  engine.install()
  await openPage()
})

afterEach(() => vi.unstubAllGlobals())

describe('saving', () => {
  it('takes one click on a form filled in by the pop', async () => {
    order.begin(pop(), describeCall)
    await order.save()
    expect(order.saved?.no).toBe('20261121000042')
    expect(engine.orders).toMatchObject([{ type: 'fault-repair.single-premise', accountNo: '9900000002' }])
  })

  it('twice at once makes one order', async () => {
    order.begin(pop(), describeCall)
    await Promise.all([order.save(), order.save()])
    await order.save()
    expect(engine.orders).toHaveLength(1)
  })

  it('again after a failure sends the same request and all that was typed', async () => {
    order.begin(pop(), describeCall)
    order.form.description = 'No light in the kitchen'
    engine.on('POST /work-orders', () => Promise.reject(new TypeError('cut')))
    await order.save()
    expect(order.problem?.kind).toBe('offline')
    const sent: string[] = []
    engine.on('POST /work-orders', (body) => {
      sent.push((body as { requestId: string }).requestId)
      return problem('unavailable', 503)
    })
    await order.save()
    await order.save()
    expect(new Set(sent).size).toBe(1)
    expect(order.form.description).toBe('No light in the kitchen')
  })

  it('names what is missing and sends nothing', async () => {
    order.begin(pop(), describeCall)
    order.form.description = ' '
    await order.save()
    expect(order.wrong).toEqual(['description'])
    expect(engine.orders).toEqual([])
  })

  it('another order of the same call is a request of its own', async () => {
    order.begin(pop(), describeCall)
    await order.save()
    order.another()
    order.form.description = 'A second matter'
    await order.save()
    expect(engine.orders).toHaveLength(2)
    expect(engine.orders[0]?.requestId).not.toBe(engine.orders[1]?.requestId)
  })
})

describe('what was typed', () => {
  beforeEach(() => {
    order.begin(pop(), describeCall)
    order.form.description = 'No light in the kitchen'
  })

  it('is not overwritten by a pop told again, a later type tree or another language', () => {
    order.begin(pop(), () => 'other words')
    expect(order.form.description).toBe('No light in the kitchen')
  })

  it('outlives a refresh, with its request id', async () => {
    engine.on('POST /work-orders', () => Promise.reject(new TypeError('cut')))
    await order.save()
    await openPage()
    order.begin(pop(), describeCall)
    expect(order.form.description).toBe('No light in the kitchen')
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith('voltline.draft.'))
    expect(keys).toEqual([`voltline.draft.1001.${pop().callId}`])
  })

  it('is there again even when the call is long over', async () => {
    await openPage()
    expect(order.callId).toBe(pop().callId)
    expect(order.form.description).toBe('No light in the kitchen')
  })

  it('is no other agent’s business', async () => {
    await openPage('1002')
    expect(order.callId).toBeUndefined()
    expect(order.otherDrafts).toEqual([])
  })

  it('waits as a draft while the next call is served', () => {
    order.leave()
    order.begin(pop({ callId: 'vl1-next', caller: '00000000005' }), describeCall)
    expect(order.form.description).toBe('asks: ')
    const [draft] = order.otherDrafts
    expect(draft?.caller).toBe('00000000002')
    if (draft !== undefined) order.resume(draft)
    expect(order.form.description).toBe('No light in the kitchen')
  })

  it('goes when it is saved or discarded', async () => {
    await order.save()
    await openPage()
    expect(order.callId).toBeUndefined()
    order.begin(pop(), describeCall)
    order.form.description = 'Once more'
    order.discard(pop().callId)
    await openPage()
    expect(order.callId).toBeUndefined()
  })
})

it('a form nobody touched leaves with its call and is written again in the other language', () => {
  order.begin(pop(), describeCall)
  order.begin(pop(), () => 'other words')
  expect(order.form.description).toBe('other words')
  order.leave()
  expect(order.callId).toBeUndefined()
  expect(sessionStorage).toHaveLength(0)
})

it('an order saved before a refresh is found, not offered again', async () => {
  engine.on('GET /work-orders', () => Response.json({ workOrders: [workOrder({ no: '20261121000099', createdBy: '1001' })] }))
  order.begin(pop(), describeCall)
  await order.findSaved(pop().callId)
  expect(order.saved?.no).toBe('20261121000099')
})
