import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReasonForm, Rules } from '@/api/admin'
import ReasonsPanel from '@/components/admin/ReasonsPanel.vue'
import { draftOf, formOf, halfNamed, moved, USUAL_REASONS } from '@/desk/reasons'
import { i18n, setLanguage } from '@/i18n'
import { FakeEngine, json, problem } from './fakeEngine'

let engine: FakeEngine
let page: VueWrapper
let sent: { reasons?: ReasonForm[]; seen: ReasonForm[] }[]

const rules = (reasons: ReasonForm[] = USUAL_REASONS, reasonsChanged = false): Rules => ({
  queues: [],
  limits: { mostResting: 10, mostWrapUpSeconds: 1800 },
  limitsChanged: false,
  reasons,
  reasonsChanged,
  skills: [],
  ownSkills: [],
  names: { queues: {}, skills: {} },
})
const part = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
const of = (reason: string, id: string) => document.querySelector<HTMLElement>(`[data-reason="${reason}"] [data-testid="${id}"]`)
const type = async (reason: string, id: string, text: string): Promise<void> => {
  const found = of(reason, id)
  const input = found instanceof HTMLInputElement ? found : found?.querySelector('input')
  if (!input) throw new Error(`no ${id}`)
  input.value = text
  input.dispatchEvent(new Event('input'))
  input.dispatchEvent(new Event('change'))
  await flushPromises()
}
const save = async (): Promise<void> => {
  part('reasons')?.querySelector('form')?.dispatchEvent(new Event('submit'))
  await flushPromises()
}
const order = () => [...document.querySelectorAll<HTMLElement>('[data-testid=reason]')].map((row) => row.dataset['reason'])

enableAutoUnmount(afterEach)

async function open(): Promise<void> {
  page = mount(ReasonsPanel, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
}

beforeEach(() => {
  engine = new FakeEngine()
  engine.install()
  sent = []
  engine.on('GET /admin/rules', () => json(rules()))
  engine.on('PUT /admin/rules/reasons', (body) => {
    sent.push(body as (typeof sent)[number])
    return json(rules(sent.at(-1)?.reasons, sent.at(-1)?.reasons !== undefined))
  })
  setLanguage('zh')
})

afterEach(() => vi.unstubAllGlobals())

describe('the reasons for being busy', () => {
  it('are named, ordered, hidden and limited on what was seen of them, and put back', async () => {
    await open()
    await type('MEAL', 'reason-zh', ' 用餐 ')
    await type('MEAL', 'reason-en', 'Lunch')
    await type('MEAL', 'reason-longest', '30')
    of('OUTBOUND', 'reason-offered')?.querySelector('input')?.click()
    await flushPromises()
    of('TRAINING', 'reason-approval')?.querySelector('input')?.click()
    await flushPromises()
    of('MEAL', 'reason-up')?.click()
    await flushPromises()
    expect(order().slice(0, 2)).toEqual(['MEAL', 'SHORT_BREAK'])
    await save()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.seen).toEqual(USUAL_REASONS)
    expect(sent[0]?.reasons?.[0]).toEqual({ reason: 'MEAL', offered: true, name: { zh: '用餐', en: 'Lunch' }, longestMinutes: 30, approval: false })
    expect(sent[0]?.reasons?.filter((one) => !one.offered)).toEqual([{ reason: 'OUTBOUND', offered: false, approval: false }])
    expect(sent[0]?.reasons?.filter((one) => one.approval).map((one) => one.reason)).toEqual(['TRAINING'])
    expect(part('reasons-state')?.textContent).toContain('已在此修改')

    page.findComponent({ name: 'ElPopconfirm' }).vm.$emit('confirm')
    await flushPromises()
    expect(sent[1]).toEqual({ seen: sent[0]?.reasons })
    expect(part('reasons-state')?.textContent).toContain('程序默认')
  })

  it('keep what was typed when somebody else was quicker', async () => {
    await open()
    await type('MEAL', 'reason-longest', '30')
    const theirs: ReasonForm[] = USUAL_REASONS.map((one) => ({ ...one, offered: one.reason === 'SYSTEM_FAULT' }))
    engine.on('PUT /admin/rules/reasons', () => problem('conflict', 409))
    engine.on('GET /admin/rules', () => json(rules(theirs, true)))
    await save()
    expect(part('reasons-problem')?.textContent).toContain('现在供选择的是：系统故障。')
    engine.on('PUT /admin/rules/reasons', (body) => {
      sent.push(body as (typeof sent)[number])
      return json(rules(sent.at(-1)?.reasons, true))
    })
    await save()
    expect(sent[0]?.seen).toEqual(theirs)
    expect(sent[0]?.reasons?.[1]).toMatchObject({ reason: 'MEAL', offered: true, longestMinutes: 30 })
  })

  it('have a name in both languages, or in none', async () => {
    await open()
    await type('MEAL', 'reason-zh', '用餐')
    await save()
    expect(part('reasons-problem')?.textContent).toContain('就餐')
    expect(sent).toEqual([])
  })

  it('that the desk itself gives can be neither hidden nor need approval', async () => {
    await open()
    expect(of('SYSTEM_FAULT', 'reason-offered')?.querySelector('input')?.disabled).toBe(true)
    expect(of('SYSTEM_FAULT', 'reason-approval')?.querySelector('input')?.disabled).toBe(true)
  })
})

describe('the form of a reason', () => {
  it('gives back what it was made from', () => {
    const whole: ReasonForm = { reason: 'MEAL', offered: true, name: { zh: '用餐', en: 'Lunch' }, longestMinutes: 30, approval: true }
    expect([whole, ...USUAL_REASONS].map(draftOf).map(formOf)).toEqual([whole, ...USUAL_REASONS])
    expect(halfNamed([draftOf(whole)])).toBeUndefined()
  })

  it('moves within the list only', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
  })
})
