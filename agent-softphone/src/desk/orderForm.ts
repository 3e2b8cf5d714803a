import type { Area, CustomerView, NewWorkOrder, ScreenPop, Urgency, WorkOrderType } from '@/api/types'
import { isDanger } from './flowPath'
import { TYPE_BY_MENU, TYPE_OTHERWISE, TYPE_WHEN_CUT_OFF, TYPE_WHEN_OUTAGE } from './typeByMenu'

type Required = WorkOrderType['requires'][number]

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

/** Fields in the order they stand on the form. */
const FIELDS: (keyof OrderForm)[] = ['type', 'accountNo', 'contactPhone', 'contactName', 'area', 'address', 'description']

export const isAccountNo = (text: string): boolean => /^\d{10}$/.test(text.trim())

/** What the type of this id asks for beside what every order needs. */
export const requiredBy = (id: string, types: WorkOrderType[]): Required[] => typePath(id, types).at(-1)?.requires ?? []

/** Fields that stop the form from being sent, in the order they stand on it. */
export function missing(form: OrderForm, types: WorkOrderType[]): (keyof OrderForm)[] {
  const required = requiredBy(form.type, types)
  const wrong: Partial<Record<keyof OrderForm, boolean>> = {
    type: form.type === '',
    accountNo: form.accountNo.trim() !== '' && !isAccountNo(form.accountNo),
    contactPhone: form.contactPhone.trim().length < 3,
    description: form.description.trim() === '',
  }
  return FIELDS.filter((field) => wrong[field] === true || (isOneOf(required, field) && form[field].trim() === ''))
}

const isOneOf = (required: Required[], field: keyof OrderForm): boolean => required.some((one) => one === field)

/** The fields of the form that the server's refusal names: `/address: …`. */
export function refusedFields(detail: string): (keyof OrderForm)[] {
  const named = [...detail.matchAll(/\/(\w+):/g)].map((match) => match[1])
  return FIELDS.filter((field) => named.includes(field))
}

/** The form with what is known of a customer in the fields that nobody has filled in. */
export function fillIn(form: OrderForm, customer: CustomerView): OrderForm {
  return {
    ...form,
    accountNo: form.accountNo || customer.accountNo,
    contactName: form.contactName || customer.name,
    contactPhone: form.contactPhone || (customer.phones[0] ?? ''),
    address: form.address || customer.address,
    area: form.area || customer.area,
  }
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
