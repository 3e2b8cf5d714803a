import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AlikeOrder, Due } from '@/api/types'
import CustomerSearch from '@/components/CustomerSearch.vue'
import ReferencePanel from '@/components/ReferencePanel.vue'
import WorkOrderPanel from '@/components/WorkOrderPanel.vue'
import { formTimer } from '@/desk/formTimer'
import { EMPTY_FORM, fillIn, missing, refusedFields } from '@/desk/orderForm'
import { offers } from '@/desk/sameMatter'
import { findTypes } from '@/desk/typeSearch'
import { i18n } from '@/i18n'
import { useCall } from '@/stores/call'
import { useWorkOrder } from '@/stores/workOrder'
import { FakeEngine, json, problem } from './fakeEngine'
import { at, customer, pop, types, workOrder } from './fixtures'

const alike = (why: AlikeOrder['why'], no: string): AlikeOrder => ({ why, order: workOrder({ no }) })
const [outage] = pop().outages

describe('the type tree', () => {
  const found = (query: string) => findTypes(query, types).flatMap(({ children }) => children.map(({ id }) => id))

  it.each([
    ['停电', ['fault-repair.single-premise', 'look-up.outage']],
    ['premise WITHOUT', ['fault-repair.single-premise']],
    ['报修 低压', ['fault-repair.low-voltage']],
    ['look-up.', ['look-up.outage']],
    ['no such type', []],
  ])('is searched for %s', (query, ids) => expect(found(query)).toEqual(ids))

  it('is whole without a search', () => expect(findTypes(' ', types)).toHaveLength(types.length))
})

describe('what is required', () => {
  it('depends on the type', () => {
    const form = { ...EMPTY_FORM, contactPhone: '123', description: 'asks' }
    expect(missing({ ...form, type: 'inquiry.other' }, types)).toEqual([])
    expect(missing({ ...form, type: 'fault-repair.danger' }, types)).toEqual(['area', 'address'])
  })

  it('is read from the server’s refusal as well', () =>
    expect(refusedFields('/area: x requires it; /address: x requires it')).toEqual(['area', 'address']))

  it('is filled in from a customer, but nothing typed is written over', () =>
    expect(fillIn({ ...EMPTY_FORM, address: 'typed' }, customer())).toMatchObject({
      accountNo: '9900000002',
      address: 'typed',
      area: 'TOWN',
    }))
})

it.each([
  [at(0), 'running', 180],
  [at(119), 'running', 61],
  [at(120), 'warning', 60],
  [at(180), 'warning', 0],
  [at(190), 'late', 10],
])('at %s the time for the form is %s', (now, state, seconds) =>
  expect(formTimer(at(0), 180, Date.parse(now))).toEqual({ state, seconds }),
)

it('the closest matter is offered first, and an outage’s own order once', () => {
  const known = { ...outage, parentWorkOrder: '3' } as NonNullable<typeof outage>
  const orders = [alike('ACCOUNT', '1'), alike('PHONE', '2'), alike('AREA', '3'), alike('AREA', '4')]
  expect(offers(orders, known).map(({ kind }) => kind)).toEqual(['urge', 'urge', 'outage', 'link'])
})

describe('the page', () => {
  let engine: FakeEngine
  const setup = { global: { plugins: [i18n] }, attachTo: document.body }
  const key = (code: string) => window.dispatchEvent(new KeyboardEvent('keydown', { code, altKey: true }))

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    setActivePinia(createPinia())
    engine = new FakeEngine()
    engine.install()
    useWorkOrder().open('1001')
    await flushPromises()
  })

  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  async function look(): Promise<void> {
    await vi.advanceTimersByTimeAsync(300)
    await flushPromises()
  }

  it('urges the customer’s own order with one key, with what was typed, in place of a new one', async () => {
    const notes: unknown[] = []
    engine.on('GET /alike-orders', () => json({ orders: [alike('ACCOUNT', '20261121000007')] }))
    engine.on(`PUT /work-orders/20261121000007/urges/${pop().callId}`, (body) => {
      notes.push(body)
      return json({ order: workOrder(), outcome: 'URGED', times: 1 })
    })
    useCall().hear(pop())
    const page = mount(WorkOrderPanel, setup)
    useWorkOrder().form.description = '还没有来人'
    await look()
    expect(page.get('[data-testid="same-matters"]').text()).toContain('20261121000007')
    key('KeyJ')
    await flushPromises()
    expect(notes).toEqual([{ note: '还没有来人' }])
    expect(page.get('[data-testid="wo-done"]').text()).toContain('已催办')
    expect(engine.orders).toEqual([])
    expect(sessionStorage).toHaveLength(0)
    page.unmount()
  })

  it('says what the customer can be promised before the order is sent, and what is due after', async () => {
    const due = (milestone: string, by: string, wholeDay = false) => ({ milestone, by, wholeDay })
    engine.on('GET /work-order-types/fault-repair.danger/due', () =>
      json({ due: [due('DISPATCH', at(180)), due('ARRIVAL', at(2_700)), due('REPLY', at(9_000))] }),
    )
    useCall().hear(pop())
    const page = mount(WorkOrderPanel, setup)
    useWorkOrder().form.type = 'fault-repair.danger'
    await look()
    const promised = page.findAll('[data-testid="wo-promised"] li').map((one) => one.attributes('data-milestone'))
    expect(promised).toEqual(['ARRIVAL'])
    engine.on('POST /work-orders', () => json(workOrder({ due: [due('ARRIVAL', at(-60)), due('FOLLOW_UP', at(0), true)] as Due[] }), 201))
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(page.get('[data-milestone="ARRIVAL"]').text()).toContain('已超时')
    expect(page.get('[data-milestone="FOLLOW_UP"]').text()).toContain('当日内')
    page.unmount()
  })

  it('keeps what was typed when the order can’t be joined', async () => {
    engine.on('GET /alike-orders', () => json({ orders: [], outage }))
    engine.on(`PUT /outages/${outage?.id}/links/${pop().callId}`, () => problem('not-found', 404))
    useCall().hear(pop())
    const page = mount(WorkOrderPanel, setup)
    useWorkOrder().form.description = '还没有来人'
    await look()
    await page.get('[data-testid="same-outage"]').trigger('click')
    await flushPromises()
    expect(page.get('[data-testid="wo-problem"]').text()).toContain('找不到')
    expect(useWorkOrder().form.description).toBe('还没有来人')
    page.unmount()
  })

  it('counts from the end of the call, also after a refresh, and tells what was late', async () => {
    useCall().hear(pop())
    const page = mount(WorkOrderPanel, setup)
    expect(page.find('[data-testid="wo-timer"]').exists()).toBe(false)
    useWorkOrder().form.description = '还没有来人'
    useWorkOrder().callEnded(pop().callId, at(0))
    await flushPromises()
    expect(page.get('[data-testid="wo-timer"]').attributes('data-state')).toBe('late')
    page.unmount()
    setActivePinia(createPinia())
    useWorkOrder().open('1001')
    expect(useWorkOrder().endedAt).toBe(at(0))
    engine.on('POST /work-orders', () => json(workOrder({ filing: { afterSeconds: 200, late: true } }), 201))
    await flushPromises()
    await useWorkOrder().save()
    expect(useWorkOrder().saved?.filing?.late).toBe(true)
  })

  it('marks the field that the server asks for', async () => {
    engine.on('POST /work-orders', () =>
      json({ type: 'urn:voltline:validation', title: 'x', status: 422, detail: '/contactName: it is required' }, 422),
    )
    useCall().hear(pop())
    const page = mount(WorkOrderPanel, setup)
    await useWorkOrder().save()
    await look()
    expect(page.text()).toContain('该业务类型须填写联系人')
    page.unmount()
  })

  it('opens an article beside the form by the keyboard and comes back to the search', async () => {
    const article = {
      id: 'tiered-tariff',
      title: { zh: '阶梯电价', en: 'Steps' },
      body: { zh: '第一档\n第二档', en: 'Step 1' },
      revisedOn: '2026-11-22',
    }
    engine.on('GET /articles', () => json({ articles: [article] }))
    const page = mount(ReferencePanel, setup)
    key('KeyG')
    await look()
    expect(document.activeElement).toBe(page.get('[data-testid="kb-search"]').element)
    await page.get('[data-testid="kb-search"]').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(page.get('[data-testid="kb-article"]').text()).toContain('第二档')
    await page.get('[data-testid="kb-article"]').trigger('keydown', { key: 'Escape' })
    await flushPromises()
    expect(document.activeElement).toBe(page.get('[data-testid="kb-search"]').element)
    page.unmount()
  })

  it('tells what a year costs', async () => {
    const cost = { kwh: 5000, amount: '2852.00', step: 3 }
    const tariff = { region: 'demo', kind: 'LIGHTING', from: '2020-01-01', steps: [{ aboveKwh: 0, price: '0.538' }], cost }
    engine.on('GET /tariffs', () => json({ day: '2026-11-21', tariffs: [tariff] }))
    const page = mount(ReferencePanel, setup)
    key('KeyP')
    await look()
    expect(document.activeElement).toBe(page.get('[data-testid="tariff-kwh"]').element)
    expect(page.get('[data-testid="tariff-cost"]').text()).toContain('2852.00')
    page.unmount()
  })

  it('finds the customer of an unknown caller and fills the form in', async () => {
    const match = { ...customer(), name: '演***2', phones: ['000****0002'] }
    engine.on('GET /customers', () => json({ customers: [match] }))
    engine.on('GET /customers/9900000002', () => json(customer()))
    const unknown = pop()
    delete unknown.customer
    useCall().hear(unknown)
    const panel = mount(WorkOrderPanel, setup)
    const page = mount(CustomerSearch, setup)
    await page.get('[data-testid="customer-query"]').setValue('演示路')
    await look()
    await page.get('[data-testid="customer-query"]').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(useCall().current?.pop.customer?.name).toBe('演示客户0002')
    expect(useWorkOrder().form).toMatchObject({ accountNo: '9900000002', area: 'TOWN' })
    page.unmount()
    panel.unmount()
  })
})
