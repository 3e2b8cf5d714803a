import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { QueueRule, Rules } from '@/api/admin'
import { draftOf, newStep, ruleOf } from '@/desk/ruleForm'
import { i18n, setLanguage } from '@/i18n'
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
    { queue: 'fault', rule: rule(over), changed, place: 'reference.conf, line 200' },
    { queue: 'general', rule: rule({ demand: 'general', steps: [] }), changed: false, place: '' },
  ],
  limits: { mostResting: 10, mostWrapUpSeconds: 1800 },
  limitsChanged: false,
  reasons: [],
  reasonsChanged: false,
  skills: ['fault', 'general'],
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
