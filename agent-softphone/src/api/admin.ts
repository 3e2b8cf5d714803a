/** What administrators ask of the engine, one function an operation. Each throws a `Problem`. */
import { ask, client } from './client'
import type { components } from './schema.gen'

type Schemas = components['schemas']

export type Account = Schemas['Account']
export type Change = Schemas['Change']
export type ChangedAccount = Schemas['ChangedAccount']
export type NewAccount = Schemas['NewAccount']
export type Role = Schemas['Role']
export type SkillGrant = Schemas['SkillGrant']

export const listAccounts = () => ask(client.GET('/admin/accounts'))

export const createAccount = (body: NewAccount) => ask(client.POST('/admin/accounts', { body }))

export const changeAccount = (agentNo: string, body: ChangedAccount) =>
  ask(client.PUT('/admin/accounts/{agentNo}', { params: { path: { agentNo } }, body }))

/** Without a password the server makes one up, which only this answer tells. */
export const setPassword = (agentNo: string, password?: string) =>
  ask(
    client.PUT('/admin/accounts/{agentNo}/password', {
      params: { path: { agentNo } },
      body: password === undefined ? {} : { password },
    }),
  )

export interface ChangeFilter {
  by?: string
  kind?: string
  subject?: string
  limit?: number
}

export const listChanges = async (query: ChangeFilter) =>
  (await ask(client.GET('/audit/changes', { params: { query } }))).changes
