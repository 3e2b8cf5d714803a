import type { Area, CustomerView, NewWorkOrder, ScreenPop, Urgency, WorkOrderType } from '@/api/types'
import { isDanger } from './flowPath'
import { TYPE_BY_MENU, TYPE_OTHERWISE, TYPE_WHEN_CUT_OFF, TYPE_WHEN_OUTAGE } from './typeByMenu'

/** What stands in the form; every field is text so that it can be typed in and kept. */
export interface OrderForm {
  type: string
  accountNo: string
  contactName: string
  contactPhone: string
  address: string
  area: Area | ''
  urgency: Urgency
  description: string
}

export const EMPTY_FORM: Readonly<OrderForm> = {
  type: '',
  accountNo: '',
  contactName: '',
  contactPhone: '',
  address: '',
  area: '',
  urgency: 'NORMAL',
  description: '',
}

/** The form as far as the screen-pop knows it; `describe` writes the opening words in the agent's language. */
export function prefill(pop: ScreenPop, types: WorkOrderType[], describe: (pop: ScreenPop) => string): OrderForm {
  const { customer } = pop
  return {
    type: guessType(pop, types),
    accountNo: customer?.accountNo ?? '',
    contactName: customer?.name ?? '',
    contactPhone: callBackNumber(pop),
    address: customer?.address ?? '',
    area: customer?.area ?? '',
    urgency: guessUrgency(pop.flowPath, customer),
    description: describe(pop),
  }
}

function callBackNumber({ caller, customer }: ScreenPop): string {
  return /^\+?\d{3,}$/.test(caller) ? caller : (customer?.phones[0] ?? '')
}

/** The business type of where the caller turned to a person, latest menu first; then of what is known about them. */
export function guessType(pop: ScreenPop, types: WorkOrderType[]): string {
  const guesses = [...pop.flowPath].reverse().map((node) => TYPE_BY_MENU[node.replace('/', '-')])
  if (pop.customer?.cutOff === true) guesses.push(TYPE_WHEN_CUT_OFF)
  if (pop.outages.length > 0) guesses.push(TYPE_WHEN_OUTAGE)
  guesses.push(TYPE_OTHERWISE)
  return guesses.find((id) => id !== undefined && typePath(id, types).length > 0) ?? ''
}

function guessUrgency(flowPath: string[], customer: CustomerView | undefined): Urgency {
  if (isDanger(flowPath)) return 'URGENT'
  return customer?.customerClass === 'CRITICAL' || customer?.customerClass === 'KEY' ? 'IMPORTANT' : 'NORMAL'
}

/** The branch and the leaf of a type id, top first; empty when the tree doesn't have it. */
export function typePath(id: string, types: WorkOrderType[]): WorkOrderType[] {
  for (const type of types) {
    if (type.id === id) return [type]
    const below = typePath(id, type.children)
    if (below.length > 0) return [type, ...below]
  }
  return []
}

/** Fields that stop the form from being sent, in the order they stand on it. */
export function missing(form: OrderForm): (keyof OrderForm)[] {
  const wrong: (keyof OrderForm)[] = []
  if (form.type === '') wrong.push('type')
  if (form.accountNo.trim() !== '' && !/^\d{10}$/.test(form.accountNo.trim())) wrong.push('accountNo')
  if (form.contactPhone.trim().length < 3) wrong.push('contactPhone')
  if (form.description.trim() === '') wrong.push('description')
  return wrong
}

/** The request body; empty fields are left out, as the contract wants them. */
export function toRequest(form: OrderForm, requestId: string, callId: string): NewWorkOrder {
  const accountNo = form.accountNo.trim()
  const contactName = form.contactName.trim()
  const address = form.address.trim()
  return {
    requestId,
    callId,
    type: form.type,
    urgency: form.urgency,
    contactPhone: form.contactPhone.trim(),
    description: form.description.trim(),
    ...(accountNo !== '' && { accountNo }),
    ...(contactName !== '' && { contactName }),
    ...(address !== '' && { address }),
    ...(form.area !== '' && { area: form.area }),
  }
}
