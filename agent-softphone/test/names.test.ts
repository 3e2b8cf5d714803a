import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import App from '@/App.vue'
import type { Names } from '@/api/types'
import { isId, nameDraftOf, nameOf, sameName, wrongName } from '@/desk/names'
import { draftsOf, namesOf, newSkill, wrongSkill } from '@/desk/skillForm'
import { i18n, setLanguage } from '@/i18n'
import { givenNames } from '@/i18n/givenNames'
import { useText } from '@/i18n/useText'
import { useNames } from '@/stores/names'
import { FakeEngine, json, problem } from './fakeEngine'
import { FakeSocket } from './fakeSocket'
import { agent, at, session } from './fixtures'

vi.mock('@/phone/jssipPhone', async () => ({ JsSipPhone: (await import('./fakePhone')).FakePhone }))
vi.mock('@/phone/ringTone', () => ({ startRinging: () => () => undefined, beep: () => Promise.resolve() }))

let engine: FakeEngine
let pinia: ReturnType<typeof createPinia>

const vip = { zh: '大客户', en: 'Key accounts' }
const named = (of: Partial<Names> = {}): Names => ({ queues: {}, skills: {}, ...of })

enableAutoUnmount(afterEach)

beforeEach(() => {
  vi.setSystemTime(at(0))
  engine = new FakeEngine()
  engine.install()
  pinia = createPinia()
  setActivePinia(pinia)
  useNames()
  setLanguage('zh')
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the names of queues and skills', () => {
  const Words = defineComponent({
    setup() {
      const { named: word, ownWord, demand } = useText()
      return () =>
        h('p', [word('queue', 'fault'), word('queue', 'fault-north'), word('queue', 'vip'), word('skill', 'fault'), ownWord('queue', 'fault', 'en'), demand('vip:2')].join(' '))
    },
  })
  const words = (): VueWrapper => mount(Words, { global: { plugins: [pinia, i18n] } })

  it("are the desk's own word, by the longest beginning, or the id", () => {
    expect(words().text()).toBe('故障报修 故障报修 vip 故障报修 Fault repair vip 2 级以上')
  })

  it('are those of the administrators for exactly this id, in the language of the page, at once', async () => {
    const page = words()
    useNames().hear(named({ queues: { fault: { zh: '抢修', en: 'Repairs' }, vip }, skills: { vip } }))
    await flushPromises()
    expect(page.text()).toBe('抢修 故障报修 大客户 故障报修 Fault repair 大客户 2 级以上')
    setLanguage('en')
    await flushPromises()
    expect(page.text()).toMatch(/^Repairs Fault repair Key accounts Fault repair Fault repair Key accounts/)
  })

  it('that were on their way when others were told are dropped', async () => {
    const names = useNames()
    let answer: (response: Response) => void = () => undefined
    engine.on('GET /names', () => new Promise<Response>((resolve) => (answer = resolve)))
    const loading = names.load()
    await flushPromises()
    names.hear(named({ queues: { vip } }))
    answer(json(named()))
    await loading
    expect(givenNames.value.queues.vip).toEqual(vip)
  })

  it('stay when they can’t be read', async () => {
    const names = useNames()
    names.hear(named({ skills: { vip } }))
    engine.on('GET /names', () => problem('unavailable', 503))
    await names.load()
    expect(givenNames.value.skills.vip).toEqual(vip)
    expect(givenNames.value.queues.vip).toBeUndefined()
  })
})

describe('an open desk', () => {
  beforeEach(() => {
    FakeSocket.all = []
    vi.stubGlobal('WebSocket', FakeSocket)
    sessionStorage.setItem('voltline.token', 'token-1')
    engine.session = session({ agent: agent({ phone: 'sip' }) })
    engine.on('GET /queues', () => json({ queues: [{ queue: 'vip', waiting: 0, longestWaitSeconds: 0, agentsIdle: 0, agentsRinging: 0, agentsTalking: 0, agentsBusy: 0 }] }))
    engine.on('GET /names', () => json(named({ queues: { vip } })))
  })

  it('reads the names as its line opens, and hears of others', async () => {
    const page = mount(App, { global: { plugins: [pinia, i18n] }, attachTo: document.body })
    await flushPromises()
    FakeSocket.latest().accept()
    await flushPromises()
    const queues = page.find('[data-testid="queues"]')
    expect(queues.text()).toContain('大客户')
    FakeSocket.latest().tell({ type: 'names.changed', at: at(1), names: named({ queues: { vip: { zh: '贵宾', en: 'VIP' } } }) })
    await flushPromises()
    expect(queues.text()).toContain('贵宾')
  })
})

describe('a name that is typed', () => {
  it('gives back what it was made from, without blanks around it', () => {
    expect(nameOf(nameDraftOf(vip))).toEqual(vip)
    expect(nameOf(nameDraftOf(undefined))).toBeUndefined()
    expect(nameOf({ zh: ' 大客户 ', en: 'Key accounts ' })).toEqual(vip)
  })

  it('stands in both languages, or in none where there need be none', () => {
    expect(wrongName({ zh: '大客户', en: ' ' }, false)).toBe('half')
    expect(wrongName({ zh: '', en: 'Key' }, true)).toBe('needed')
    expect(wrongName(nameDraftOf(undefined), true)).toBe('needed')
    expect(wrongName(nameDraftOf(undefined), false)).toBeUndefined()
    expect(wrongName(nameDraftOf(vip), true)).toBeUndefined()
  })

  it('is another when either language is', () => {
    expect(sameName(vip, { ...vip })).toBe(true)
    expect(sameName(vip, { ...vip, en: 'VIP' })).toBe(false)
    expect(sameName(undefined, vip)).toBe(false)
    expect(sameName(undefined, undefined)).toBe(true)
  })

  it('belongs to an id as the engine takes it', () => {
    expect(['vip', 'vip-2', 'a', `a${'b'.repeat(31)}`].every(isId)).toBe(true)
    expect(['', '2vip', 'VIP', 'v p', 'vip_2', '-vip', `a${'b'.repeat(32)}`].some(isId)).toBe(false)
  })
})

describe('the form of the skills', () => {
  const kept = { skills: ['fault', 'vip'], ownSkills: ['vip'], names: named({ skills: { vip } }) }

  it('gives back what it was made from', () => {
    expect(namesOf(draftsOf(kept))).toEqual({ vip })
    expect(draftsOf(kept).map(({ skill, own }) => [skill, own])).toEqual([['fault', false], ['vip', true]])
  })

  it('says which skill can’t be saved, and why', () => {
    const drafts = draftsOf(kept)
    expect(wrongSkill(drafts)).toBeUndefined()
    expect(wrongSkill([...drafts, newSkill()])?.what).toBe('id')
    expect(wrongSkill([...drafts, { ...newSkill(), ...vip, skill: 'fault' }])?.what).toBe('twice')
    expect(wrongSkill([...drafts, { ...newSkill(), skill: 'new' }])?.what).toBe('needed')
    expect(wrongSkill(drafts.map((one) => ({ ...one, en: '' })))?.what).toBe('needed')
    expect(wrongSkill(drafts.map((one) => ({ ...one, zh: '名' })))?.draft.skill).toBe('fault')
  })
})
