import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { QueueRule, Rules } from '@/api/admin'
import type { Bilingual } from '@/api/types'
import { draftOf, newQueue, newStep, ruleOf } from '@/desk/ruleForm'
import { i18n, setLanguage } from '@/i18n'
import QueuesPanel from '@/components/admin/QueuesPanel.vue'
import { FakeEngine, json, problem } from './fakeEngine'

let engine: FakeEngine
let page: VueWrapper
let sent: { rule?: QueueRule; seen: QueueRule }[]

const rule = (over: Partial<QueueRule> = {}): QueueRule => ({
  demand: 'fault:3',
  strategy: { name: 'longest-idle' },
  promiseSeconds: 12,
  wrapUpSeconds: 180,
  affinitySeconds: 3,
  mostWaiting: 1000,
  steps: [
    { afterSeconds: 5, act: 'LOWER_LEVELS', by: 2 },
    { afterSeconds: 8, act: 'ADD_QUEUE', queue: 'general' },
  ],
  overflow: 'general',
  nobodyAfterSeconds: 0,
  ...over,
})
const rules = (over: Partial<QueueRule> = {}, changed = false): Rules => ({
  queues: [
    { queue: 'fault', rule: rule(over), changed, own: false, place: 'reference.conf, line 200' },
    { queue: 'general', rule: rule({ demand: 'general', steps: [] }), changed: false, own: false, place: 'reference.conf, line 190' },
  ],
  limits: { mostResting: 10, mostWrapUpSeconds: 1800 },
  limitsChanged: false,
  reasons: [],
  reasonsChanged: false,
  skills: ['fault', 'general'],
  ownSkills: [],
  names: { queues: {}, skills: {} },
})
const vip = { zh: '大客户', en: 'Key accounts' }
/** With a queue of the administrators' own, or other names. */
const grown = (names: Record<string, Bilingual> = { vip }, over: Partial<QueueRule> = {}): Rules => {
  const before = rules(over)
  const own = { queue: 'vip', rule: rule({ demand: 'general' }), changed: false, own: true, place: '' }
  return { ...before, queues: names['vip'] === undefined ? before.queues : [...before.queues, own], names: { queues: names, skills: {} } }
}

const part = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
const of = (queue: string) => document.querySelector<HTMLElement>(`[data-testid=rule][data-queue="${queue}"]`)
const press = async (id: string, inside: ParentNode | null = document): Promise<void> => {
  inside?.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.click()
  await flushPromises()
}
const type = async (id: string, text: string): Promise<void> => {
  const found = part(id)
  const input = found instanceof HTMLInputElement ? found : found?.querySelector('input')
  if (!input) throw new Error(`no ${id}`)
  input.value = text
  input.dispatchEvent(new Event('input'))
  input.dispatchEvent(new Event('change'))
  await flushPromises()
}

enableAutoUnmount(afterEach)

async function open(): Promise<void> {
  page = mount(QueuesPanel, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
}

beforeEach(() => {
  engine = new FakeEngine()
  engine.install()
  sent = []
  engine.on('GET /admin/rules', () => json(rules()))
  engine.on('PUT /admin/rules/queues/fault', (body) => {
    sent.push(body as (typeof sent)[number])
    return json(rules((body as (typeof sent)[number]).rule, true))
  })
  setLanguage('zh')
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the rules of queues', () => {
  it('are changed on what was seen of them', async () => {
    await open()
    await press('rule-edit')
    await type('queue-promise', '20')
    await press('queue-save')
    expect(sent).toEqual([{ rule: rule({ promiseSeconds: 20 }), seen: rule() }])
    expect(part('queue-dialog')).toBeNull()
    expect(part('rule')?.textContent).toContain('已在此修改')
  })

  it('keep what was typed when somebody else was quicker', async () => {
    await open()
    await press('rule-edit')
    await type('queue-promise', '20')
    engine.on('PUT /admin/rules/queues/fault', () => problem('conflict', 409))
    engine.on('GET /admin/rules', () => json(rules({ promiseSeconds: 15 })))
    await press('queue-save')
    expect(part('queue-problem')?.textContent).toContain('承诺 15 秒')
    engine.on('PUT /admin/rules/queues/fault', (body) => {
      sent.push(body as (typeof sent)[number])
      return json(rules())
    })
    await press('queue-save')
    expect(sent).toEqual([{ rule: rule({ promiseSeconds: 20 }), seen: rule({ promiseSeconds: 15 }) }])
  })

  it('say in the dialog what the engine refused', async () => {
    await open()
    await press('rule-edit')
    engine.on('PUT /admin/rules/queues/fault', () => json({ type: 'urn:voltline:validation', title: 'x', detail: '/queues.fault.demand: no skill x' }, 422))
    await type('queue-demand', 'x')
    await press('queue-save')
    expect(part('queue-problem')?.textContent).toContain('queues.fault.demand')
  })

  it('say what stands by now when limits were changed by somebody else', async () => {
    await open()
    engine.on('PUT /admin/rules/limits', () => problem('conflict', 409))
    await type('limits-resting', '3')
    await press('limits-save')
    expect(part('rules-problem')).not.toBeNull()
  })
})

describe('queues of the own', () => {
  it('are added with id, name and rule', async () => {
    const added: unknown[] = []
    engine.on('POST /admin/rules/queues', (body) => {
      added.push(body)
      return json(grown())
    })
    await open()
    await press('queue-add')
    await type('queue-id', 'vip')
    await type('queue-zh', ' 大客户')
    await type('queue-en', 'Key accounts')
    await type('queue-demand', 'general:2')
    await press('queue-save')
    const like = rule({ demand: 'general:2', steps: [] })
    delete like.overflow
    expect(added).toEqual([{ queue: 'vip', name: vip, rule: like }])
    expect(part('queue-dialog')).toBeNull()
    expect(of('vip')?.textContent).toContain('大客户')
    expect(of('vip')?.textContent).toContain('自建')
  })

  it.each([
    ['queue-id', 'VIP', '小写字母开头'],
    ['queue-en', ' ', '中文、英文名称都要填写'],
    ['queue-demand', ' ', '请填写技能要求'],
  ])('are not sent when %s is %j', async (field, text, told) => {
    const added: unknown[] = []
    engine.on('POST /admin/rules/queues', (body) => json(added.push(body)))
    await open()
    await press('queue-add')
    await type('queue-id', 'vip')
    await type('queue-zh', '大客户')
    await type('queue-en', 'Key accounts')
    await type('queue-demand', 'general')
    await type(field, text)
    await press('queue-save')
    expect(part('queue-problem')?.textContent).toContain(told)
    expect(added).toEqual([])
  })

  it('say when somebody else was quicker, and show that one', async () => {
    await open()
    await press('queue-add')
    await type('queue-id', 'vip')
    await type('queue-zh', '贵宾')
    await type('queue-en', 'VIP')
    await type('queue-demand', 'general')
    engine.on('POST /admin/rules/queues', () => problem('conflict', 409))
    engine.on('GET /admin/rules', () => json(grown()))
    await press('queue-save')
    expect(part('queue-problem')?.textContent).toContain('编号 vip 已有队列使用')
    expect((part('queue-zh') as HTMLInputElement).value).toBe('贵宾')
    expect(of('vip')?.textContent).toContain('大客户')
  })

  it('are taken away, and the keyboard goes on at the list', async () => {
    engine.on('GET /admin/rules', () => json(grown()))
    engine.on('DELETE /admin/rules/queues/vip', () => json(rules()))
    await open()
    page.findComponent({ name: 'ElPopconfirm' }).vm.$emit('confirm')
    await flushPromises()
    expect(of('vip')).toBeNull()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('队列与策略')
  })

  it('stay, with the reason, when the engine says who needs them', async () => {
    engine.on('GET /admin/rules', () => json(grown()))
    engine.on('DELETE /admin/rules/queues/vip', () => json({ type: 'urn:voltline:validation', title: 'x', detail: '/queue: flows lead to it: main' }, 422))
    await open()
    page.findComponent({ name: 'ElPopconfirm' }).vm.$emit('confirm')
    await flushPromises()
    expect(part('rules-problem')?.textContent).toContain('flows lead to it: main')
    expect(of('vip')).not.toBeNull()
  })
})

describe('the name of a queue', () => {
  let names: { name?: Bilingual; seen?: Bilingual }[]
  const repairs = { zh: '抢修', en: 'Repairs' }

  beforeEach(() => {
    names = []
    engine.on('PUT /admin/rules/queues/fault/name', (body) => {
      names.push(body as (typeof names)[number])
      const name = names.at(-1)?.name
      return json(grown(name === undefined ? {} : { fault: name }))
    })
  })

  it('is given without its rule, and taken back', async () => {
    await open()
    await press('rule-edit', of('fault'))
    await type('queue-zh', '抢修')
    await type('queue-en', 'Repairs')
    await press('queue-save')
    expect(of('fault')?.textContent).toContain('抢修')
    await press('rule-edit', of('fault'))
    await type('queue-zh', '')
    await type('queue-en', '')
    await press('queue-save')
    expect(names).toEqual([{ name: repairs }, { seen: repairs }])
    expect(of('fault')?.textContent).toContain('故障报修')
    expect(sent).toEqual([])
  })

  it('stands in both languages, and of an own queue always', async () => {
    engine.on('GET /admin/rules', () => json(grown()))
    await open()
    await press('rule-edit', of('fault'))
    await type('queue-zh', '抢修')
    await press('queue-save')
    expect(part('queue-problem')?.textContent).toContain('“故障报修”的名称须中英文都填')
    page.findComponent({ name: 'QueueDialog' }).vm.$emit('closed')
    await flushPromises()
    await press('rule-edit', of('vip'))
    await type('queue-zh', '')
    await type('queue-en', '')
    await press('queue-save')
    expect(part('queue-problem')?.textContent).toContain('中文、英文名称都要填写')
    expect(names).toEqual([])
  })

  it('that is refused keeps the dialog, with the rule as saved', async () => {
    await open()
    await press('rule-edit', of('fault'))
    await type('queue-promise', '20')
    await type('queue-zh', '综合')
    await type('queue-en', 'General')
    engine.on('PUT /admin/rules/queues/fault/name', () => json({ type: 'urn:voltline:validation', title: 'x', detail: '/names.queues.fault: another has that name' }, 422))
    await press('queue-save')
    expect(part('queue-problem')?.textContent).toContain('another has that name')
    expect(of('fault')?.textContent).toContain('20')
    engine.on('PUT /admin/rules/queues/fault/name', (body) => {
      names.push(body as (typeof names)[number])
      return json(grown({ fault: repairs }, { promiseSeconds: 20 }))
    })
    await press('queue-save')
    expect(sent).toHaveLength(1)
    expect(names).toEqual([{ name: { zh: '综合', en: 'General' } }])
    expect(part('queue-dialog')).toBeNull()
  })

  it('that somebody else gave meanwhile is told, and their rule stays where none was typed', async () => {
    await open()
    await press('rule-edit', of('fault'))
    await type('queue-zh', '抢修')
    await type('queue-en', 'Repairs')
    engine.on('PUT /admin/rules/queues/fault/name', () => problem('conflict', 409))
    engine.on('GET /admin/rules', () => json(grown({ fault: vip }, { promiseSeconds: 15 })))
    await press('queue-save')
    expect(part('queue-problem')?.textContent).toContain('“大客户”')
    engine.on('PUT /admin/rules/queues/fault/name', (body) => {
      names.push(body as (typeof names)[number])
      return json(grown({ fault: repairs }, { promiseSeconds: 15 }))
    })
    await press('queue-save')
    expect(names).toEqual([{ name: repairs, seen: vip }])
    expect(sent).toEqual([])
  })
})

describe('the form of a rule', () => {
  it('gives back what it was made from', () => {
    const whole = rule({
      strategy: { name: 'weighted', waitWeight: 3, idleWeight: 2, levelWeight: 1 },
      overflowAfterSeconds: 90,
    })
    expect(ruleOf(draftOf(whole))).toEqual(whole)
    const message = rule()
    delete message.overflow
    expect(ruleOf(draftOf(message))).toEqual(message)
  })

  it('sends only what the strategy and the steps go by', () => {
    const draft = draftOf(rule({ strategy: { name: 'fixed-ratio', share: 4 } }))
    draft.strategy = 'best-skill'
    draft.steps = [{ afterSeconds: 1, act: 'OPEN_RESERVE', by: 3, skill: 'fault' }]
    expect(ruleOf(draft)).toMatchObject({ strategy: { name: 'best-skill' }, steps: [{ afterSeconds: 1, act: 'OPEN_RESERVE' }] })
    expect(ruleOf(draft).steps[0]).not.toHaveProperty('skill')
  })

  it('of a new queue has the figures of the usual one, and nobody it asks for', () => {
    const fresh = newQueue(rules({ wrapUpSeconds: 60 }).queues)
    expect(fresh).toMatchObject({ queue: '', own: true, rule: { demand: '', steps: [], wrapUpSeconds: 180 } })
    expect(fresh?.rule).not.toHaveProperty('overflow')
    expect(newQueue([])).toBeUndefined()
  })

  it('begins a step no sooner than the one before', () => {
    expect(newStep(rule().steps).afterSeconds).toBe(8)
  })
})
