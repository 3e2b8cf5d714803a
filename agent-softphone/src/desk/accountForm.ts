import type { Account, NewAccount, Role, SkillGrant } from '@/api/admin'
import type { Problem } from '@/api/problem'

export const ROLES: readonly Role[] = ['agent', 'supervisor', 'quality', 'admin']
export const PHONES = ['webrtc', 'sip'] as const

/** A skill as it is typed; an empty day is none. */
export interface SkillRow {
  skill: string
  level: number
  reserve: boolean
  from: string
  until: string
}

/** An account as it is typed. */
export interface AccountDraft {
  agentNo: string
  name: string
  role: Role
  phone: Account['phone']
  active: boolean
  password: string
  skills: SkillRow[]
}

export const FIELDS = ['agentNo', 'name', 'role', 'phone', 'password', 'skills'] as const
export type Field = (typeof FIELDS)[number]

const USUAL_LEVEL = 3

export const blank = (): AccountDraft => ({
  agentNo: '',
  name: '',
  role: 'agent',
  phone: 'webrtc',
  active: true,
  password: '',
  skills: [],
})

export const draftOf = (account: Account): AccountDraft => ({
  agentNo: account.agentNo,
  name: account.name,
  role: account.role,
  phone: account.phone,
  active: account.active,
  password: '',
  skills: account.skills.map((grant) => ({
    skill: grant.skill,
    level: grant.level,
    reserve: grant.reserve ?? false,
    from: grant.from ?? '',
    until: grant.until ?? '',
  })),
})

export const newRow = (skill: string): SkillRow => ({ skill, level: USUAL_LEVEL, reserve: false, from: '', until: '' })

const grantOf = (row: SkillRow): SkillGrant => ({
  skill: row.skill,
  level: row.level,
  reserve: row.reserve,
  ...(row.from === '' ? {} : { from: row.from }),
  ...(row.until === '' ? {} : { until: row.until }),
})

/** What is sent of a draft, whether the account is new or not. */
export const formOf = (draft: AccountDraft): Omit<NewAccount, 'agentNo' | 'password'> => ({
  name: draft.name.trim(),
  role: draft.role,
  phone: draft.phone,
  active: draft.active,
  skills: draft.skills.map(grantOf),
})

/** Field by field, to be laid beside another draft. */
export const factsOf = (draft: AccountDraft): Record<string, unknown> => ({
  name: draft.name.trim(),
  role: draft.role,
  phone: draft.phone,
  active: draft.active,
  ...Object.fromEntries(draft.skills.map((row) => [`skill.${row.skill}`, told(row)])),
})

const told = (row: SkillRow): string =>
  [row.level, row.reserve ? '+' : '', row.from, row.until === '' ? '' : `– ${row.until}`]
    .filter((part) => part !== '')
    .join(' ')

/** What can be seen to be wrong before anything is sent. */
export function wrongField(draft: AccountDraft, isNew: boolean): Field | undefined {
  if (isNew && !/^\d{4}$/.test(draft.agentNo)) return 'agentNo'
  if (draft.name.trim() === '' || draft.name.trim().length > 64) return 'name'
  const backwards = draft.skills.some((row) => row.from !== '' && row.until !== '' && row.until < row.from)
  return backwards ? 'skills' : undefined
}

/** The field that the server names, as in `/skills/fault/until: …`. */
export const fieldOf = (problem: Problem): Field | undefined =>
  FIELDS.find((field) => new RegExp(`(^|\\s)/${field}\\b`).test(problem.detail ?? ''))
