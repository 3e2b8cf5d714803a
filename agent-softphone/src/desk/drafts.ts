import type { OrderForm } from './orderForm'

/** A form that was typed in and not yet saved. Its request id stays, so that a lost answer never makes a second order. */
export interface Draft {
  callId: string
  caller: string
  requestId: string
  form: OrderForm
  /** When the call ended, ISO 8601; the time to send the form runs from then on. */
  endedAt?: string
}

const PREFIX = 'voltline.draft.'

/** Drafts of one agent in this tab: they outlive a refresh and a new sign-in, not the tab. */
export class Drafts {
  private readonly prefix: string

  constructor(
    agentNo: string,
    private readonly storage: Storage = sessionStorage,
  ) {
    this.prefix = `${PREFIX}${agentNo}.`
  }

  keep(draft: Draft): void {
    this.storage.setItem(this.prefix + draft.callId, JSON.stringify(draft))
  }

  find(callId: string): Draft | undefined {
    const text = this.storage.getItem(this.prefix + callId)
    return text === null ? undefined : (JSON.parse(text) as Draft)
  }

  drop(callId: string): void {
    this.storage.removeItem(this.prefix + callId)
  }

  all(): Draft[] {
    return Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index))
      .filter((key) => key?.startsWith(this.prefix))
      .flatMap((key) => this.find(key?.slice(this.prefix.length) ?? '') ?? [])
  }
}
