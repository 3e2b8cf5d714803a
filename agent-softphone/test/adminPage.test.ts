import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Account, Change, ChangedAccount, Flow } from '@/api/admin'
import { Problem } from '@/api/problem'
import { blank, draftOf, fieldOf, formOf, newRow, wrongField } from '@/desk/accountForm'
import { sides } from '@/desk/changes'
import { i18n, setLanguage } from '@/i18n'
import AdminView from '@/views/AdminView.vue'
import { FakeEngine, json, problem } from './fakeEngine'
import { FakeSocket } from './fakeSocket'
import { NOW } from './fixtures'

let engine: FakeEngine
let page: VueWrapper
let sent: ChangedAccount[]

const account = (over: Partial<Account> = {}): Account => ({
  agentNo: '1001',
  name: '测试座席1001',
  role: 'agent',
  phone: 'webrtc',
  phoneFixed: true,
  active: true,
  skills: [{ skill: 'fault', level: 3 }],
  version: 4,
  ...over,
})
const change = (over: Partial<Change> = {}): Change => ({
  id: 1,
  at: NOW,
  by: '9001',
  from: '127.0.0.1',
  kind: 'account',
  subject: '1001',
  action: 'CHANGE',
  before: { name: '旧', active: true },
  after: { name: '新', active: true },
  ...over,
})

const part = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
const parts = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)]
const press = async (id: string): Promise<void> => {
  part(id)?.click()
  await flushPromises()
}
const type = async (id: string, text: string): Promise<void> => {
  const found = part(id)
  const input = found instanceof HTMLInputElement ? found : found?.querySelector('input')
  if (!input) throw new Error(`no ${id}`)
  input.value = text
  input.dispatchEvent(new Event('input'))
  await flushPromises()
}

enableAutoUnmount(afterEach)

async function open(): Promise<void> {
  const pinia = createPinia()
  page = mount(AdminView, { global: { plugins: [pinia, i18n] }, attachTo: document.body })
  await flushPromises()
}

beforeEach(async () => {
  engine = new FakeEngine()
  engine.install()
  sent = []
  engine.on('GET /admin/accounts', () => json({ accounts: [account(), account({ agentNo: '1002', name: '李' })], skills: ['fault', 'general'] }))
  engine.on('PUT /admin/accounts/1001', (body) => {
    sent.push(body as ChangedAccount)
    return json(account({ version: 5 }))
  })
  engine.on('GET /audit/changes', () => json({ changes: [change(), change({ id: 2, action: 'PASSWORD', before: {}, after: {} })] }))
  FakeSocket.all = []
  vi.stubGlobal('WebSocket', FakeSocket)
  setLanguage('zh')
})

afterEach(() => {
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/')
})

describe('the page of administration', () => {
  it('finds accounts by number and name', async () => {
    await open()
    expect(parts('account')).toHaveLength(2)
    await type('accounts-search', '李')
    expect(parts('account').map((row) => row.dataset['agentNo'])).toEqual(['1002'])
  })

  it('sends a change with the version it rests on', async () => {
    await open()
    await press('account-edit')
    await type('account-name', '新名')
    await press('account-save')
    expect(sent).toEqual([
      { name: '新名', role: 'agent', phone: 'webrtc', active: true, version: 4, skills: [{ skill: 'fault', level: 3, reserve: false }] },
    ])
    expect(part('account-dialog')).toBeNull()
  })

  it('keeps what was typed when somebody else was quicker, and shows both', async () => {
    await open()
    await press('account-edit')
    await type('account-name', '我的名')
    engine.on('PUT /admin/accounts/1001', () => problem('conflict', 409))
    engine.on('GET /admin/accounts', () => json({ accounts: [account({ name: '他人名', version: 9 })], skills: [] }))
    await press('account-save')
    expect(part('account-conflict')?.textContent).toContain('他人名')
    expect(part('account-conflict')?.textContent).toContain('我的名')
    engine.on('PUT /admin/accounts/1001', (body) => {
      sent.push(body as ChangedAccount)
      return json(account())
    })
    await press('account-save')
    expect(sent[0]).toMatchObject({ name: '我的名', version: 9 })
  })

  it('says at the field what is wrong', async () => {
    await open()
    await press('account-edit')
    await type('account-name', ' ')
    await press('account-save')
    await vi.waitFor(() => expect(part('account-dialog')?.textContent).toContain('姓名为 1 到 64 个字'))
    expect(sent).toEqual([])
  })

  it('shows a made-up password once', async () => {
    engine.on('PUT /admin/accounts/1001/password', () => json({ password: 'aBcd2efgh3' }))
    await open()
    await press('account-password')
    await press('password-save')
    expect(part('password-made')?.textContent).toBe('aBcd2efgh3')
    await press('password-close')
    expect(part('password-made')).toBeNull()
  })

  it('shows both sides of a change, what differs marked', async () => {
    await open()
    await press('admin-changes')
    expect(parts('change')).toHaveLength(2)
    await press('change-show')
    const rows = [...document.querySelectorAll<HTMLElement>('[data-testid="change-sides"] tbody tr')]
    expect(rows.map((row) => [row.dataset['field'], row.className])).toEqual([
      ['name', 'differs'],
      ['active', ''],
    ])
    expect(rows[0]?.textContent).toContain('旧')
  })

  it('shows the mistakes of a version before it is tried, and tries and rolls back others', async () => {
    const mistake = { file: 'main.v3.json', line: 7, node: 'hello', message: 'no such prompt' }
    const flow: Flow = { name: 'main', running: 1, standBy: [{ version: 2, problems: [] }, { version: 3, problems: [mistake] }], problems: [] }
    const asked: unknown[] = []
    engine.on('GET /admin/flows', () => json({ flows: [asked.length === 0 ? flow : { ...flow, trial: { version: 2, percent: 10 } }] }))
    engine.on('PUT /admin/flows/main/trial', (body) => {
      asked.push(body)
      return json(flow)
    })
    await open()
    await press('admin-flows')
    await press('flow-try')
    expect(part('flow-mistakes')?.textContent).toContain('main.v3.json')
    expect(part('flow-go')?.hasAttribute('disabled')).toBe(true)
    page.findComponent({ name: 'FlowTrialDialog' }).findComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', 2)
    await flushPromises()
    await press('flow-go')
    expect(asked).toEqual([{ trial: { version: 2, percent: 10 } }])
    expect(part('flow-trial')?.textContent).toContain('v2 · 10%')
    page.findComponent({ name: 'ElPopconfirm' }).vm.$emit('confirm')
    await flushPromises()
    expect(asked[1]).toEqual({ seen: { version: 2, percent: 10 } })
  })

  it('keeps what was typed of a day that somebody else has just changed', async () => {
    const told = (zh: string) => ({ day: '2027-01-01', kind: 'HOLIDAY', name: { zh, en: 'New Year' } })
    const asked: unknown[] = []
    engine.on('GET /admin/calendar', () => json({ holidays: [told('元旦')], hours: [{ calendar: 'halls', dayKind: 'WORKING', opens: '08:30:00', closes: '17:30:00' }] }))
    engine.on('PUT /admin/holidays/2027-01-01', (body) => {
      asked.push(body)
      return asked.length === 1 ? problem('conflict', 409) : new Response(null, { status: 204 })
    })
    await open()
    await press('admin-calendar')
    expect(page.text()).toContain('营业厅')
    await press('holiday-edit')
    await type('holiday-zh', '新年')
    engine.on('GET /admin/calendar', () => json({ holidays: [told('元旦节')], hours: [] }))
    await press('holiday-save')
    expect(part('holiday-problem')?.textContent).toContain('元旦节')
    await press('holiday-save')
    expect(asked[1]).toEqual({
      holiday: { kind: 'HOLIDAY', name: { zh: '新年', en: 'New Year' } },
      seen: { kind: 'HOLIDAY', name: { zh: '元旦节', en: 'New Year' } },
    })
    expect(part('holiday-dialog')).toBeNull()
  })

  it('announces, ends, and switches the storm', async () => {
    const asked: unknown[] = []
    const storm = { on: false, mode: 'AUTO', changedBy: 'system', changedAt: NOW }
    const notice = { id: 'n1', phase: 'TOLD', text: { zh: '台风预警', en: 'Typhoon' }, from: NOW, createdAt: NOW, createdBy: '2001', audio: {} }
    const keep = (body: unknown) => {
      asked.push(body)
      return json(notice)
    }
    engine.on('GET /notices', () => json({ notices: [notice] }))
    engine.on('GET /storm', () => json(storm))
    engine.on('PUT /storm', keep)
    engine.on('POST /notices', keep)
    engine.on('POST /notices/n1/end', () => keep('ended'))
    await open()
    await press('admin-notices')
    expect(part('notice')?.textContent).toContain('台风预警')
    page.findComponent({ name: 'ElRadioGroup' }).vm.$emit('update:modelValue', 'ON')
    await flushPromises()
    await press('notice-announce')
    expect(asked).toEqual([{ mode: 'ON' }])
    page.findAllComponents({ name: 'ElInput' })[0]?.vm.$emit('update:modelValue', '停电')
    page.findAllComponents({ name: 'ElInput' })[1]?.vm.$emit('update:modelValue', 'Outage')
    await press('notice-announce')
    expect(asked[1]).toEqual({ text: { zh: '停电', en: 'Outage' } })
    page.findComponent({ name: 'ElPopconfirm' }).vm.$emit('confirm')
    await flushPromises()
    expect(asked[2]).toBe('ended')
  })

  it('changes when something is open', async () => {
    const asked: unknown[] = []
    engine.on('GET /admin/calendar', () => json({ holidays: [], hours: [{ calendar: 'halls', dayKind: 'WORKING', opens: '08:30:00', closes: '17:30:00' }] }))
    engine.on('PUT /admin/hours/halls/WORKING', (body) => {
      asked.push(body)
      return asked.length === 1 ? problem('conflict', 409) : new Response(null, { status: 204 })
    })
    await open()
    await press('admin-calendar')
    expect(parts('hours').map((row) => row.dataset['kind'])).toEqual(['WORKING', 'REST', 'HOLIDAY'])
    await press('hours-edit')
    await type('hours-closes', '12:00')
    await press('hours-add')
    await press('hours-save')
    expect(part('hours-problem')?.textContent).toContain('开始和结束')
    const [, opens] = parts('hours-opens')
    const [, closes] = parts('hours-closes')
    for (const [field, value] of [[opens, '14:00'], [closes, '18:00']] as const) {
      const input = field instanceof HTMLInputElement ? field : field?.querySelector('input')
      if (input) input.value = value
      input?.dispatchEvent(new Event('input'))
    }
    engine.on('GET /admin/calendar', () => json({ holidays: [], hours: [{ calendar: 'halls', dayKind: 'WORKING', opens: '09:00:00', closes: '17:00:00' }] }))
    await press('hours-save')
    expect(part('hours-problem')?.textContent).toContain('09:00–17:00')
    await press('hours-save')
    expect(asked[1]).toEqual({
      spans: [{ opens: '08:30', closes: '12:00' }, { opens: '14:00', closes: '18:00' }],
      seen: [{ opens: '09:00', closes: '17:00' }],
    })
  })

  it('shows what files set', async () => {
    engine.on('GET /admin/settings', () => json({ limits: [{ name: 'voltline.alarms.waiting', value: '10' }] }))
    await open()
    await press('admin-settings')
    expect(page.text()).toContain('voltline.alarms.waiting')
  })

  it('shows notices and the storm switch in the one trail, in words', async () => {
    const storm = { kind: 'storm' as const, subject: 'storm', by: 'console:root', from: 'console', before: { mode: 'AUTO' }, after: { mode: 'ON' } }
    engine.on('GET /audit/changes', () => json({ changes: [change(storm)] }))
    await open()
    await press('admin-changes')
    expect(part('change')?.textContent).toContain('大风暴模式')
    expect(part('change')?.textContent).toContain('console:root')
    await press('change-show')
    const mode = part('change-sides')?.querySelector('[data-field=mode]')
    expect(mode?.textContent).toContain('按话务量自动')
    expect(mode?.textContent).toContain('人工开启')
  })

  it('tells what became of a prompt, in words', async () => {
    const prompt = {
      kind: 'prompt' as const,
      subject: 'welcome zh',
      before: { text: '您好', source: 'PRODUCT' },
      after: { text: '大家好', source: 'RECORDING', recording: 'said.wav', seconds: '2.1', checksum: 'p-1' },
    }
    engine.on('GET /audit/changes', () => json({ changes: [change(prompt)] }))
    await open()
    await press('admin-changes')
    expect(part('change')?.textContent).toContain('提示音')
    await press('change-show')
    const side = (field: string) => part('change-sides')?.querySelector(`[data-field=${field}]`)?.textContent
    expect(side('source')).toContain('产品原声')
    expect(side('source')).toContain('录音')
    expect(side('seconds')).toContain('2.1 秒')
    expect(side('recording')).toContain('said.wav')
  })

  it('tells when the server refuses', async () => {
    engine.on('GET /admin/accounts', () => problem('forbidden', 403))
    await open()
    expect(page.text()).toContain('您没有此项权限')
  })
})

describe('what is typed of an account', () => {
  it('becomes what is sent', () => {
    const draft = draftOf(account({ skills: [{ skill: 'fault', level: 5, reserve: true, until: '2027-02-28' }] }))
    expect(formOf(draft).skills).toEqual([{ skill: 'fault', level: 5, reserve: true, until: '2027-02-28' }])
  })

  it('is looked at before it is sent', () => {
    expect(wrongField({ ...blank(), name: '甲' }, true)).toBe('agentNo')
    expect(wrongField({ ...blank(), agentNo: '1031' }, true)).toBe('name')
    const backwards = { ...newRow('fault'), from: '2026-11-23', until: '2026-11-22' }
    expect(wrongField({ ...blank(), name: '甲', skills: [backwards] }, false)).toBe('skills')
    expect(wrongField({ ...blank(), name: '甲' }, false)).toBeUndefined()
  })

  it('has its wrong field named by the server', () => {
    const told = (detail: string) => fieldOf(new Problem('validation', 'x', 422, detail))
    expect(told('/skills/fault/until: lies before the first day')).toBe('skills')
    expect(told('/agentNo: there is an account 1001')).toBe('agentNo')
    expect(told('account 1001 was changed since it was read')).toBeUndefined()
  })
})

describe('two sides', () => {
  it('put what differs first', () => {
    expect(sides({ a: 1, b: 2, gone: 'x' }, { a: 1, b: 3, come: 'y' }).map((side) => [side.field, side.differs])).toEqual([
      ['b', true],
      ['gone', true],
      ['come', true],
      ['a', false],
    ])
  })
})
