import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Rules } from '@/api/admin'
import SkillsPanel from '@/components/admin/SkillsPanel.vue'
import { i18n, setLanguage } from '@/i18n'
import { FakeEngine, json, problem } from './fakeEngine'

type Given = Rules['names']['skills']

let engine: FakeEngine
let page: VueWrapper
let sent: { skills: Given; seen: Given }[]

const dutch = { zh: '荷兰语', en: 'Dutch' }
const rules = (names: Given = {}): Rules => {
  const own = Object.keys(names).filter((id) => id !== 'fault')
  return {
    queues: [],
    limits: { mostResting: 10, mostWrapUpSeconds: 1800 },
    limitsChanged: false,
    reasons: [],
    reasonsChanged: false,
    skills: [...own, 'fault'].sort(),
    ownSkills: own,
    names: { queues: {}, skills: names },
  }
}
const part = (id: string) => page.find(`[data-testid="${id}"]`)
const of = (skill: string, id: string) => page.find(`[data-skill="${skill}"] [data-testid="${id}"]`)
const ids = () => page.findAll('[data-testid=skill]').map((row) => row.attributes('data-skill'))
const input = (skill: string, id: string) => {
  const found = of(skill, id)
  return found.element.tagName === 'INPUT' ? found : found.find('input')
}
const save = async (): Promise<void> => {
  await page.find('form').trigger('submit')
  await flushPromises()
}
const add = async (id: string): Promise<void> => {
  await part('skill-new').trigger('click')
  await input('', 'skill-id').setValue(id)
}
const name = async (skill: string, { zh, en }: typeof dutch): Promise<void> => {
  await input(skill, 'skill-zh').setValue(zh)
  await input(skill, 'skill-en').setValue(en)
}

enableAutoUnmount(afterEach)

function open(names: Given = {}): void {
  page = mount(SkillsPanel, { props: { rules: rules(names) }, global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
}

beforeEach(() => {
  engine = new FakeEngine()
  engine.install()
  sent = []
  engine.on('PUT /admin/rules/skills', (body) => {
    sent.push(body as (typeof sent)[number])
    return json(rules(sent.at(-1)?.skills))
  })
  setLanguage('zh')
})

afterEach(() => vi.unstubAllGlobals())

describe('the skills', () => {
  it('are added and named on what was seen of them', async () => {
    open()
    await add('dutch')
    await name('dutch', dutch)
    await name('fault', { zh: ' 抢修 ', en: 'Repairs' })
    await save()
    expect(sent).toEqual([{ skills: { dutch, fault: { zh: '抢修', en: 'Repairs' } }, seen: {} }])
    expect(part('skills-state').text()).toBe('已在此修改')
    expect(of('dutch', 'skill-id').exists()).toBe(false)
    expect(page.emitted('saved')).toHaveLength(1)
  })

  it('go on at the keyboard where a row came or went', async () => {
    open({ dutch })
    await part('skill-new').trigger('click')
    await flushPromises()
    expect(document.activeElement).toBe(input('', 'skill-id').element)
    await of('', 'skill-drop').trigger('click')
    expect(document.activeElement).toBe(part('skill-new').element)
    expect(ids()).toEqual(['dutch', 'fault'])
  })

  it('are taken away only when they were added here, and put back as the settings have them', async () => {
    open({ dutch, fault: { zh: '抢修', en: 'Repairs' } })
    expect(of('fault', 'skill-drop').exists()).toBe(false)
    await of('dutch', 'skill-drop').trigger('click')
    await save()
    expect(Object.keys(sent[0]?.skills ?? {})).toEqual(['fault'])
    page.findComponent({ name: 'ElPopconfirm' }).vm.$emit('confirm')
    await flushPromises()
    expect(sent[1]).toEqual({ skills: {}, seen: sent[0]?.skills })
    expect(part('skills-state').text()).toBe('按设置文件')
  })

  it('need an id and a name in both languages when they are added', async () => {
    open()
    await add('Dutch')
    await save()
    expect(part('skills-problem').text()).toContain('小写字母开头')
    await input('Dutch', 'skill-id').setValue('dutch')
    await input('dutch', 'skill-zh').setValue('荷兰语')
    await save()
    expect(part('skills-problem').text()).toContain('“dutch”的中文、英文名称都要填写')
    expect(sent).toEqual([])
  })

  it('keep what was typed when the engine refuses it', async () => {
    open({ dutch })
    engine.on('PUT /admin/rules/skills', () => json({ type: 'urn:voltline:validation', title: 'x', detail: '/skills/dutch: accounts have it' }, 422))
    await of('dutch', 'skill-drop').trigger('click')
    await add('french')
    await name('french', { zh: '法语', en: 'French' })
    await save()
    expect(part('skills-problem').text()).toContain('accounts have it')
    expect(ids()).toEqual(['fault', 'french'])
  })

  it('keep what was typed when somebody else was quicker', async () => {
    open()
    await add('dutch')
    await name('dutch', dutch)
    engine.on('PUT /admin/rules/skills', () => problem('conflict', 409))
    const theirs = { french: { zh: '法语', en: 'French' } }
    engine.on('GET /admin/rules', () => json(rules(theirs)))
    await save()
    expect(part('skills-problem').text()).toContain('技能刚被别人更改')
    expect(page.emitted('saved')).toEqual([[rules(theirs)]])
    engine.on('PUT /admin/rules/skills', (body) => {
      sent.push(body as (typeof sent)[number])
      return json(rules({ dutch }))
    })
    await save()
    expect(sent).toEqual([{ skills: { dutch }, seen: theirs }])
  })
})
