import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Agent, CallAnswered, CallEnded, CustomerView, ScreenPop, Session, WorkOrder } from '@/api/types'
import { afterEvent, afterSession, afterState, type DeskCall } from '@/desk/deskCall'

export interface Missed {
  outcome: NonNullable<CallEnded['outcome']>
  caller: string
}

/** The call this desk is busy with, and the last one that left before it was answered here. */
export const useCall = defineStore('call', () => {
  const current = shallowRef<DeskCall>()
  const missed = shallowRef<Missed>()

  function hear(event: ScreenPop | CallAnswered | CallEnded): void {
    const before = current.value
    current.value = afterEvent(before, event)
    if (event.type === 'call.offered') missed.value = undefined
    if (event.type === 'call.ended' && before?.phase === 'ringing' && current.value === undefined) {
      missed.value = { outcome: event.outcome ?? 'CALLER_LEFT', caller: before.pop.caller }
    }
  }

  function take(session: Session): void {
    current.value = afterSession(current.value, session)
  }

  /** A work order of this customer moved on: the pop shows its new state. */
  function hearOrder(order: WorkOrder): void {
    const call = current.value
    if (call === undefined) return
    const openWorkOrders = call.pop.openWorkOrders.map((known) => (known.no === order.no ? order : known))
    current.value = { ...call, pop: { ...call.pop, openWorkOrders } }
  }

  /** The caller turned out to be this customer. */
  function identify(customer: CustomerView): void {
    const call = current.value
    if (call === undefined) return
    const { openWorkOrders, outages } = customer
    current.value = { ...call, pop: { ...call.pop, customer, openWorkOrders, outages } }
  }

  function follow(agent: Agent): void {
    current.value = afterState(current.value, agent)
  }

  /** What there was to do for the caller is done. */
  function dismiss(): void {
    current.value = undefined
  }

  function close(): void {
    current.value = undefined
    missed.value = undefined
  }

  return { current, missed, hear, take, hearOrder, identify, follow, dismiss, close }
})
