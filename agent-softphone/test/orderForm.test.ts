import { describe, expect, it } from 'vitest'
import { chosenMenus } from '@/desk/flowPath'
import { EMPTY_FORM, guessType, missing, prefill, toRequest, typePath } from '@/desk/orderForm'
import { customer, pop, types } from './fixtures'

const describeCall = () => 'asks: '
const unknown = { ...pop(), customer: undefined, outages: [], openWorkOrders: [] }

describe('prefill', () => {
  it('takes all that the pop knows', () => {
    expect(prefill(pop(), types, describeCall)).toEqual({
      type: 'fault-repair.single-premise',
      accountNo: '9900000002',
      contactName: '演示客户0002',
      contactPhone: '00000000002',
      address: '示例市样板区演示路2号1单元201室',
      area: 'TOWN',
      urgency: 'NORMAL',
      description: 'asks: ',
    })
  })

  it('is ready to be sent as it stands', () => {
    expect(missing(prefill(pop(), types, describeCall), types)).toEqual([])
  })

  it('leaves open what is not known', () => {
    const form = prefill(unknown, types, describeCall)
    expect(form).toMatchObject({ accountNo: '', contactName: '', area: '', contactPhone: '00000000002' })
  })

  it('calls back the customer where the caller hides the number', () => {
    expect(prefill(pop({ caller: 'anonymous' }), types, describeCall).contactPhone).toBe('00000000002')
    expect(prefill({ ...unknown, caller: 'anonymous' }, types, describeCall).contactPhone).toBe('')
  })

  it.each([
    [['main', 'fault', 'fault-danger', 'danger'], 'RESIDENTIAL', 'URGENT'],
    [['main', 'agent'], 'CRITICAL', 'IMPORTANT'],
    [['main', 'agent'], 'KEY', 'IMPORTANT'],
    [['main', 'agent'], 'BASE', 'NORMAL'],
  ] as const)('for %j of a %s customer is %s', (flowPath, customerClass, urgency) => {
    const offered = pop({ flowPath: [...flowPath], customer: customer({ customerClass }) })
    expect(prefill(offered, types, describeCall).urgency).toBe(urgency)
  })
})

describe('the type', () => {
  it.each([
    [['main', 'fault', 'agent'], 'fault-repair.low-voltage'],
    [['main', 'fault', 'fault-alone', 'agent'], 'fault-repair.single-premise'],
    [['main', 'fault', 'fault-danger', 'danger'], 'fault-repair.danger'],
    [['main', 'fault', 'fault/scope', 'fault/alone', 'fault/agent'], 'fault-repair.single-premise'],
    [['main', 'outage', 'agent'], 'look-up.outage'],
  ])('of %j is %s', (flowPath, type) => expect(guessType({ ...unknown, flowPath }, types)).toBe(type))

  it('of a caller who chose nothing is told by the customer', () => {
    const flowPath = ['welcome', 'main', 'agent']
    expect(guessType({ ...unknown, flowPath }, types)).toBe('inquiry.other')
    expect(guessType(pop({ flowPath }), types)).toBe('look-up.outage')
    expect(guessType(pop({ flowPath, customer: customer({ cutOff: true }) }), types)).toBe(
      'service-request.reconnection',
    )
  })

  it('is left open while the tree is not there', () => expect(guessType(pop(), [])).toBe(''))

  it('is found with its branch', () => {
    expect(typePath('look-up.outage', types).map(({ id }) => id)).toEqual(['look-up', 'look-up.outage'])
    expect(typePath('nothing', types)).toEqual([])
  })
})

describe('what is sent', () => {
  it('leaves out empty fields and outer blanks', () => {
    const form = { ...EMPTY_FORM, type: 'inquiry.other', contactPhone: ' 123 ', description: ' asks ' }
    expect(toRequest(form, 'request-1', 'call-1')).toEqual({
      requestId: 'request-1',
      callId: 'call-1',
      type: 'inquiry.other',
      urgency: 'NORMAL',
      contactPhone: '123',
      description: 'asks',
    })
  })

  it('is held back while something is missing', () => {
    expect(missing(EMPTY_FORM, types)).toEqual(['type', 'contactPhone', 'description'])
    expect(missing({ ...prefill(pop(), types, describeCall), accountNo: '12345' }, types)).toEqual(['accountNo'])
  })
})

it('the menus told are those that tell callers apart', () => {
  expect(chosenMenus(['welcome', 'language-zh', 'main', 'fault', 'agent'])).toEqual(['fault', 'agent'])
  expect(chosenMenus(['welcome', 'main'])).toEqual(['welcome', 'main'])
})
