import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import * as api from '@/api'
import { Problem } from '@/api/problem'
import type { Bilingual, CustomerView, ScreenPop, WorkOrder, WorkOrderType } from '@/api/types'
import { Drafts, type Draft } from '@/desk/drafts'
import type { Offer } from '@/desk/sameMatter'
import { EMPTY_FORM, fillIn, missing, type OrderForm, prefill, refusedFields, toRequest, typePath } from '@/desk/orderForm'

async function joinBy(offer: Offer, callId: string, account: string, note: string): Promise<WorkOrder> {
  if (offer.kind === 'outage') return (await api.linkOutage(offer.of.id, callId, account, note)).order
  const { no } = offer.of.order
  if (offer.kind === 'link') return (await api.linkOrder(no, callId, account, note)).order
  return (await api.urgeOrder(no, callId, note)).order
}

/** The work order form of one call: filled from the pop, kept as a draft once typed in, saved under one request id. */
export const useWorkOrder = defineStore('workOrder', () => {
  const types = shallowRef<WorkOrderType[]>([])
  const typesProblem = shallowRef<Problem>()
  const callId = ref<string>()
  const form = ref<OrderForm>({ ...EMPTY_FORM })
  const saving = ref(false)
  const saved = shallowRef<WorkOrder>()
  const problem = shallowRef<Problem>()
  /** How soon after the end of its call a form is in time, in seconds; as the server says. */
  const sendWithin = ref<number>()
  const endedAt = ref<string>()
  /** What became of the call in place of a new order, if it was about one that there is. */
  const joined = ref<Offer['kind']>()
  const tried = ref(false)
  const otherDrafts = shallowRef<Draft[]>([])
  let caller = ''
  let requestId = ''
  let filled = ''
  let drafts: Drafts | undefined
  let maker = ''

  const wrong = computed(() => {
    if (!tried.value) return []
    const here = missing(form.value, types.value)
    const there = problem.value?.kind === 'validation' ? refusedFields(problem.value.detail ?? '') : []
    return [...here, ...there.filter((field) => !here.includes(field))]
  })
  const touched = (): boolean => JSON.stringify(form.value) !== filled

  function open(agentNo: string): void {
    drafts = new Drafts(agentNo)
    maker = agentNo
    close()
    const [unfinished] = otherDrafts.value
    if (unfinished !== undefined) resume(unfinished)
    void loadTypes()
  }

  function close(): void {
    show(undefined, '', { ...EMPTY_FORM }, '')
  }

  async function loadTypes(): Promise<void> {
    try {
      const told = await api.listWorkOrderTypes()
      types.value = told.types
      sendWithin.value = told.sendWithinSeconds
      typesProblem.value = undefined
    } catch (error) {
      typesProblem.value = Problem.of(error)
    }
  }

  /** A type as people read it; its id where the tree doesn't know it. */
  function typeName(id: string, read: (name: Bilingual) => string): string {
    return typePath(id, types.value).map((type) => read(type.name)).join(' / ') || id
  }

  function show(id: string | undefined, from: string, content: OrderForm, request: string): void {
    if (callId.value !== id) endedAt.value = undefined
    callId.value = id
    caller = from
    requestId = request
    filled = JSON.stringify(content)
    form.value = content
    saved.value = undefined
    joined.value = undefined
    problem.value = undefined
    tried.value = false
    listDrafts()
  }

  /** The form for this call: its draft if there is one, else filled in; what was typed for it is never overwritten. */
  function begin(pop: ScreenPop, describe: (pop: ScreenPop) => string): void {
    if (callId.value === pop.callId && (touched() || saved.value !== undefined)) return
    const draft = drafts?.find(pop.callId)
    if (draft !== undefined) resume(draft)
    else show(pop.callId, pop.caller, prefill(pop, types.value, describe), crypto.randomUUID())
  }

  /** A page refreshed after the order was saved finds it again instead of offering to make a second one; others' orders of the call count for nothing. */
  async function findSaved(id: string): Promise<void> {
    const latest = (await api.listWorkOrders(id)).find((order) => order.createdBy === maker)
    if (latest !== undefined && callId.value === id && drafts?.find(id) === undefined) saved.value = latest
  }

  function resume(draft: Draft): void {
    show(draft.callId, draft.caller, draft.form, draft.requestId)
    endedAt.value ??= draft.endedAt
    filled = ''
  }

  /** The call of this form ended: from now on the time runs. */
  function callEnded(id: string, at: string): void {
    if (callId.value !== id || endedAt.value === at) return
    endedAt.value = at
    if (touched() && saved.value === undefined) keep()
  }

  /** The caller turned out to be this customer. */
  function identify(customer: CustomerView): void {
    if (callId.value !== undefined && saved.value === undefined) form.value = fillIn(form.value, customer)
  }

  /** In place of a new order the call was added to one that there is, with what was typed. */
  async function join(offer: Offer): Promise<void> {
    const id = callId.value
    if (id === undefined || saving.value || saved.value !== undefined) return
    saving.value = true
    problem.value = undefined
    try {
      const note = touched() ? form.value.description.trim() : ''
      const order = await joinBy(offer, id, form.value.accountNo.trim(), note)
      drafts?.drop(id)
      if (callId.value === id) {
        saved.value = order
        joined.value = offer.kind
      }
      listDrafts()
    } catch (error) {
      problem.value = Problem.of(error)
    } finally {
      saving.value = false
    }
  }

  /** The call is over for this desk; a form still unsaved stays to be finished. */
  function leave(): void {
    if (saved.value !== undefined || !touched()) close()
  }

  function discard(id: string): void {
    drafts?.drop(id)
    if (callId.value === id) close()
    else listDrafts()
  }

  /** Another order for the same call, starting from the same particulars. */
  function another(): void {
    if (callId.value === undefined) return
    show(callId.value, caller, { ...form.value, description: '' }, crypto.randomUUID())
  }

  async function save(): Promise<void> {
    const id = callId.value
    if (id === undefined || saving.value || saved.value !== undefined) return
    tried.value = true
    problem.value = undefined
    if (wrong.value.length > 0) return
    saving.value = true
    // Kept before it is sent: if the answer is lost with the page, the next try carries the same request id.
    keep()
    try {
      const order = await api.createWorkOrder(toRequest(form.value, requestId, id))
      drafts?.drop(id)
      if (callId.value === id) saved.value = order
      listDrafts()
    } catch (error) {
      problem.value = Problem.of(error)
    } finally {
      saving.value = false
    }
  }

  function keep(): void {
    if (callId.value === undefined) return
    drafts?.keep({ callId: callId.value, caller, requestId, form: form.value, ...(endedAt.value !== undefined && { endedAt: endedAt.value }) })
  }

  function listDrafts(): void {
    otherDrafts.value = drafts?.all().filter((draft) => draft.callId !== callId.value) ?? []
  }

  watch(
    form,
    () => {
      if (saved.value === undefined && touched()) keep()
    },
    { deep: true, flush: 'sync' },
  )

  return {
    types,
    typesProblem,
    callId,
    form,
    saving,
    saved,
    problem,
    wrong,
    sendWithin,
    endedAt,
    joined,
    callEnded,
    identify,
    join,
    otherDrafts,
    open,
    close,
    loadTypes,
    typeName,
    begin,
    findSaved,
    resume,
    leave,
    discard,
    another,
    save,
  }
})
