import type { AlikeOrder, Outage } from '@/api/types'

/** What may be done in place of a new order: urge the customer's own, link the call to a neighbour's or an outage's. */
export type Offer = { kind: 'urge' | 'link'; of: AlikeOrder } | { kind: 'outage'; of: Outage }

/** The closest first: the customer's own orders, the outage, neighbours' orders. */
export function offers(orders: AlikeOrder[], outage: Outage | undefined): Offer[] {
  const others = orders.filter(({ order }) => order.no !== outage?.parentWorkOrder)
  const own = others.filter(({ why }) => why !== 'AREA').map((of): Offer => ({ kind: 'urge', of }))
  const near = others.filter(({ why }) => why === 'AREA').map((of): Offer => ({ kind: 'link', of }))
  return [...own, ...(outage === undefined ? [] : [{ kind: 'outage', of: outage } satisfies Offer]), ...near]
}
