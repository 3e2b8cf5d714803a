import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { QueueRule, Rules } from '@/api/admin'
import { draftOf, newStep, ruleOf } from '@/desk/ruleForm'
import { i18n, setLanguage } from '@/i18n'
import { givenNames } from '@/i18n/givenNames'
import QueuesPanel from '@/components/admin/QueuesPanel.vue'
import { FakeEngine, json, problem } from './fakeEngine'

let engine: FakeEngine
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
    { queue: 'general', rule: rule({ demand: 'general', steps: [] }), changed: false, own: false, place: '' },
  ],
  limits: { mostResting: 10, mostWrapUpSeconds: 1800 },
  limitsChanged: false,
  reasons: [],
  reasonsChanged: false,
  skills: ['fault', 'general'],
  ownSkills: [],
  names: { queues: {}, skills: {} },
})

const part = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
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
  input.dispatchEvent(new Event('change'))
  await flushPromises()
}

enableAutoUnmount(afterEach)

async function open(): Promise<void> {
  mount(QueuesPanel, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
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
  givenNames.value = { queues: {}, skills: {} }
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

const charging = { zh: '充电桩', en: 'Charging' }
const withCharging = (): Rules => ({
  ...rules(),
  queues: [...rules().queues, { queue: 'charging', rule: rule({ demand: 'general', steps: [] }), changed: false, own: true, place: '' }],
  names: { queues: { charging }, skills: {} },
})

describe('queues', () => {
  it('are added with a name, and served as the usual one', async () => {
    let added: unknown
    engine.on('POST /admin/rules/queues', (body) => {
      added = body
      return json(withCharging())
    })
    await open()
    await press('queue-new')
    await type('queue-id', 'Charging!')
    await press('queue-save')
    expect(part('queue-problem')?.textContent).toContain('小写字母')
    await type('queue-id', 'charging')
    await type('name-zh', '充电桩')
    await press('queue-save')
    expect(part('queue-problem')?.textContent).toContain('中文和英文')
    await type('name-en', 'Charging')
    await type('queue-demand', 'general')
    await press('queue-save')
    const wanted = rule({ demand: 'general', steps: [] })
    delete wanted.overflow
    expect(added).toEqual({ queue: 'charging', name: charging, rule: wanted })
    expect(part('queue-dialog')).toBeNull()
    expect(document.querySelector('[data-queue="charging"]')?.textContent).toContain('充电桩')
    expect(document.querySelector('[data-queue="charging"]')?.textContent).toContain('在此新增')
  })

  it('keep what was typed when there is one of that id', async () => {
    engine.on('POST /admin/rules/queues', () => problem('conflict', 409))
    await open()
    await press('queue-new')
    for (const [id, text] of Object.entries({ 'queue-id': 'fault', 'name-zh': '充电桩', 'name-en': 'Charging', 'queue-demand': 'general' })) {
      await type(id, text)
    }
    await press('queue-save')
    expect(part('queue-problem')?.textContent).toContain('已有这个编号')
    expect(part('queue-id')?.querySelector('input')?.value ?? (part('queue-id') as HTMLInputElement).value).toBe('fault')
  })

  it('are named, and called so at once', async () => {
    let named: unknown
    engine.on('PUT /admin/rules/queues/fault/name', (body) => {
      named = body
      return json({ ...rules(), names: { queues: { fault: { zh: '抢修', en: 'Repair' } }, skills: {} } })
    })
    await open()
    await press('rule-edit')
    await type('name-zh', '抢修')
    await type('name-en', 'Repair')
    await press('queue-save')
    expect(named).toEqual({ name: { zh: '抢修', en: 'Repair' } })
    expect(part('rule')?.textContent).toContain('抢修')
  })
})

describe('skills', () => {
  it('are added with a name, and only what is whole is sent', async () => {
    let sentSkills: unknown
    engine.on('PUT /admin/rules/skills', (body) => {
      sentSkills = body
      return json({ ...rules(), skills: ['charging', 'fault', 'general'], ownSkills: ['charging'], names: { queues: {}, skills: { charging } } })
    })
    await open()
    await press('skill-new')
    await press('skills-save')
    expect(part('skills-problem')?.textContent).toContain('小写字母')
    await type('skill-id', 'charging')
    await press('skills-save')
    expect(part('skills-problem')?.textContent).toContain('“charging”')
    const fresh = document.querySelector('[data-skill="charging"]')
    for (const [id, text] of [['skill-zh', '充电桩'], ['skill-en', 'Charging']]) {
      const found = fresh?.querySelector(`[data-testid="${id}"]`)
      const input = (found instanceof HTMLInputElement ? found : found?.querySelector('input')) as HTMLInputElement
      input.value = text ?? ''
      input.dispatchEvent(new Event('input'))
    }
    await press('skills-save')
    expect(sentSkills).toEqual({ skills: { charging }, seen: {} })
    expect(document.querySelector('[data-skill="charging"] code')?.textContent).toBe('charging')
  })

  it('keep what was typed when somebody else was quicker', async () => {
    await open()
    await press('skill-new')
    await type('skill-id', 'fault')
    await press('skills-save')
    expect(part('skills-problem')?.textContent).toContain('“fault”已有')
    await press('skill-drop')
    engine.on('PUT /admin/rules/skills', () => problem('conflict', 409))
    engine.on('GET /admin/rules', () => json({ ...rules(), names: { queues: {}, skills: { fault: charging } } }))
    await type('skill-zh', '抢修')
    await type('skill-en', 'Repair')
    await press('skills-save')
    expect(part('skills-problem')?.textContent).toContain('刚被别人更改')
    let sentSkills: unknown
    engine.on('PUT /admin/rules/skills', (body) => {
      sentSkills = body
      return json(rules())
    })
    await press('skills-save')
    expect(sentSkills).toEqual({ skills: { fault: { zh: '抢修', en: 'Repair' } }, seen: { fault: charging } })
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

  it('begins a step no sooner than the one before', () => {
    expect(newStep(rule().steps).afterSeconds).toBe(8)
  })
})
