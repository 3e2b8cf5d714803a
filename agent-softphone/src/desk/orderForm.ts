import type { Area, CustomerView, NewWorkOrder, ScreenPop, Urgency, WorkOrderType } from '@/api/types'

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
    type: guessType(pop.flowPath, types),
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

/**
 * The business type whose id is nearest to where in the menu the caller came from, latest menu first; a branch stands
 * for its first leaf. Ids of nodes and types share their words: `fault-danger` finds `fault…`.
 */
export function guessType(flowPath: string[], types: WorkOrderType[]): string {
  const leaves = leavesOf(types)
  for (const node of [...flowPath].reverse()) {
    const word = node.split(/[-._]/)[0] ?? ''
    const found = leaves.find((leaf) => leaf.path.some((id) => id.split(/[-._]/)[0] === word))
    if (word !== '' && found !== undefined) return found.id
  }
  return (leaves.find((leaf) => leaf.path[0]?.startsWith('inquiry')) ?? leaves[0])?.id ?? ''
}

interface Leaf {
  id: string
  path: string[]
}

function leavesOf(types: WorkOrderType[], above: string[] = []): Leaf[] {
  return types.flatMap((type) => {
    const path = [...above, type.id]
    return type.children.length === 0 ? [{ id: type.id, path }] : leavesOf(type.children, path)
  })
}

/** Whether the caller told the menu that somebody may be hurt. */
export function isDanger(flowPath: string[]): boolean {
  return flowPath.some((node) => node.includes('danger'))
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
