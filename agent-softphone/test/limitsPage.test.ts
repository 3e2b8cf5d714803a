import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LimitProfile, LimitProfiles, TimeLimit } from '@/api/admin'
import ChangeSides from '@/components/admin/ChangeSides.vue'
import LimitsPanel from '@/components/admin/LimitsPanel.vue'
import { basesOf, compare, isProfileId, matterOf, wrongProfile } from '@/desk/limitForm'
import { i18n, setLanguage } from '@/i18n'
import { useClock } from '@/stores/clock'
import { FakeEngine, json, problem } from './fakeEngine'
import { NOW } from './fixtures'

const arrival = (amount: number, area?: TimeLimit['area']): TimeLimit => ({
  type: 'fault-repair',
  ...(area && { area }),
  milestone: 'ARRIVAL',
  term: { amount, unit: 'MINUTES' },
})
const reconnection: TimeLimit = {
  type: 'service-request.reconnection',
  milestone: 'RECONNECTION',
  term: { amount: 24, unit: 'HOURS' },
}
const reply: TimeLimit = {
  type: 'service-request.reconnection',
  milestone: 'REPLY',
  term: { amount: 1, unit: 'WORKING_DAYS' },
  after: 'RECONNECTION',
}

type Kept = LimitProfiles['profiles'][number]
const kept = (id: string, zh: string, limits: TimeLimit[], more: Partial<Kept> = {}): Kept => ({
  profile: { id, name: { zh, en: id }, limits },
  own: false,
  changed: false,
  ...more,
})
const north = kept('state-grid-current', '国网', [arrival(45, 'TOWN'), reconnection, reply])
const south = kept('southern-grid', '南网', [arrival(45, 'TOWN'), arrival(90, 'COUNTRY'), reconnection])
const standing = (of: Partial<LimitProfiles> = {}): LimitProfiles => ({
  profiles: [north, south],
  choices: [],
  valid: 'state-grid-current',
  ...of,
})

describe('a profile', () => {
  it.each([
    ['grid', true],
    ['state-grid-2027', true],
    ['ab', false],
    ['State', false],
    ['a--b', false],
    ['x'.repeat(41), false],
  ])('may be called %s: %s', (id, fine) => expect(isProfileId(id)).toBe(fine))

  it('needs both names and no matter twice', () => {
    expect(wrongProfile({ zh: '一', en: ' ' }, [])).toBe('name')
    expect(wrongProfile({ zh: '一', en: 'one' }, [reconnection, arrival(45), arrival(50)])).toBe(3)
    expect(wrongProfile({ zh: '一', en: 'one' }, [arrival(45), arrival(45, 'TOWN')])).toBeUndefined()
  })

  it('counts a limit only from what begins when it does', () => {
    expect(basesOf('REPLY')).toContain('RECONNECTION')
    expect(basesOf('REPLY')).not.toContain('RESTORATION')
    expect(basesOf('FOLLOW_UP')).toEqual(['RESTORATION'])
  })

  it('stands beside the others by what has to be done', () => {
    const rows = compare([north.profile, south.profile])
    expect(rows.map(({ matter }) => matter)).toEqual([
      matterOf(arrival(45, 'TOWN')),
      matterOf(arrival(90, 'COUNTRY')),
      matterOf(reconnection),
      matterOf(reply),
    ])
    expect(rows[1]?.terms).toEqual([undefined, arrival(90, 'COUNTRY')])
  })
})

describe('the page', () => {
  let engine: FakeEngine
  let page: VueWrapper
  let sent: { profile?: Omit<LimitProfile, 'id'>; seen?: LimitProfile }[]
  const part = (id: string) => page.find(`[data-testid="${id}"]`)
  const dialog = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
  const inDialog = async (id: string, value: string): Promise<void> => {
    const found = dialog(id)
    const input = (found instanceof HTMLInputElement ? found : found?.querySelector('input')) as HTMLInputElement
    input.value = value
    for (const event of ['input', 'change']) input.dispatchEvent(new Event(event))
    await flushPromises()
  }
  const of = (profile: string, id: string) => page.find(`[data-profile="${profile}"] [data-testid="${id}"]`)
  const save = async (): Promise<void> => {
    dialog('profile-save')?.click()
    await flushPromises()
  }

  enableAutoUnmount(afterEach)

  beforeEach(async () => {
    setActivePinia(createPinia())
    useClock().observe(NOW)
    engine = new FakeEngine()
    engine.install()
    sent = []
    engine.on('GET /admin/limit-profiles', () => json(standing()))
    engine.on('PUT /admin/limit-profiles/southern-grid', (body) => {
      sent.push(body as (typeof sent)[number])
      return json(standing({ profiles: [north, { ...south, changed: true }] }))
    })
    setLanguage('zh')
    page = mount(LimitsPanel, { global: { plugins: [i18n] }, attachTo: document.body })
    await flushPromises()
  })

  afterEach(() => vi.unstubAllGlobals())

  it('shows what profiles promise side by side, and which one holds', () => {
    expect(part('valid-profile').text()).toContain('国网')
    expect(of('state-grid-current', 'profile-valid').exists()).toBe(true)
    const row = page.get(`[data-matter="${matterOf(reply)}"]`).text()
    expect(row).toContain('复电到期后 1 个工作日')
    expect(row).toContain('—')
  })

  it('saves a changed limit on what was seen', async () => {
    await of('southern-grid', 'profile-edit').trigger('click')
    await inDialog('limit-amount', '40')
    await save()
    expect(sent[0]?.profile?.limits[0]).toEqual(arrival(40, 'TOWN'))
    expect(sent[0]?.seen).toEqual(south.profile)
    expect(of('southern-grid', 'profile-changed').exists()).toBe(true)
    expect(dialog('profile-dialog')).toBeNull()
  })

  it('keeps what was typed when somebody else was quicker, and rests the next try on what stands by now', async () => {
    await of('southern-grid', 'profile-edit').trigger('click')
    await inDialog('profile-zh', '南方')
    const now = { ...south, profile: { ...south.profile, name: { zh: '别人改的', en: 'theirs' } } }
    engine.on('PUT /admin/limit-profiles/southern-grid', () => problem('conflict', 409))
    engine.on('GET /admin/limit-profiles', () => json(standing({ profiles: [north, now] })))
    await save()
    expect(dialog('profile-problem')?.textContent).toContain('刚被别人更改')
    expect(dialog('profile-zh')).toHaveProperty('value', '南方')
    engine.on('PUT /admin/limit-profiles/southern-grid', (body) => {
      sent.push(body as (typeof sent)[number])
      return json(standing())
    })
    await save()
    expect(sent[0]?.seen).toEqual(now.profile)
    expect(sent[0]?.profile?.name.zh).toBe('南方')
  })

  it('adds a copy under an id of its own, and says what is wrong before it is sent', async () => {
    const added: unknown[] = []
    engine.on('PUT /admin/limit-profiles/province-2027', (body) => {
      added.push(body)
      return json(standing())
    })
    await of('southern-grid', 'profile-copy').trigger('click')
    await inDialog('profile-id', 'P')
    await save()
    expect(dialog('profile-problem')?.textContent).toContain('编号')
    await inDialog('profile-id', 'province-2027')
    await save()
    expect(dialog('profile-problem')?.textContent).toContain('名称')
    await inDialog('profile-zh', '省公司')
    await inDialog('profile-en', 'Province')
    await save()
    expect(added).toEqual([{ profile: { name: { zh: '省公司', en: 'Province' }, limits: south.profile.limits } }])
  })

  it('adds and removes lines', async () => {
    await of('southern-grid', 'profile-edit').trigger('click')
    dialog('limit-add')?.click()
    await flushPromises()
    dialog('limit-remove')?.click()
    await flushPromises()
    await save()
    expect(sent[0]?.profile?.limits).toEqual([
      arrival(90, 'COUNTRY'),
      reconnection,
      { milestone: 'ANSWER', term: { amount: 5, unit: 'WORKING_DAYS' } },
    ])
  })

  it('has a profile hold from a day on', async () => {
    const chosen: unknown[] = []
    engine.on('PUT /admin/limit-choices/2027-01-01', (body) => {
      chosen.push(body)
      return json(standing({ choices: [{ from: '2027-01-01', profile: 'state-grid-current' }] }))
    })
    await page.get('input[type=date]').setValue('2027-01-01')
    await page.get('form').trigger('submit')
    await flushPromises()
    expect(chosen).toEqual([{ profile: 'state-grid-current' }])
    expect(page.get('[data-from="2027-01-01"]').text()).toContain('国网')
  })

  it('tells a change in words', async () => {
    const sides = mount(ChangeSides, {
      props: {
        before: { 'ARRIVAL.fault-repair.TOWN': '45 MINUTES', 'FOLLOW_UP': '1 WORKING_DAYS' },
        after: { 'ARRIVAL.fault-repair.TOWN': '40 MINUTES', 'FOLLOW_UP': '1 WORKING_DAYS' },
        left: '前',
        right: '后',
      },
      global: { plugins: [i18n] },
    })
    await flushPromises()
    const text = sides.get('[data-field="ARRIVAL.fault-repair.TOWN"]').text()
    expect(text).toContain('到达现场 · 故障报修 · 城区')
    expect(text).toContain('40 分钟')
    expect(sides.get('[data-field="FOLLOW_UP"]').text()).toContain('回访 · 所有业务类型')
  })
})
