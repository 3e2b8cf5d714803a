import { enableAutoUnmount, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HousePrompt, Prompt, PromptWish } from '@/api/admin'
import { Problem } from '@/api/problem'
import PromptsPanel from '@/components/admin/PromptsPanel.vue'
import { found, idsOf, outdated, ownText, wrongOf } from '@/desk/promptForm'
import { i18n, setLanguage } from '@/i18n'
import { FakeEngine, json, problem } from './fakeEngine'
import { NOW } from './fixtures'

const TEXTS = '/admin/prompts/welcome/texts/zh'

let engine: FakeEngine
let page: VueWrapper
let sent: PromptWish[]
let changed: HousePrompt[]

const own = (over: Partial<HousePrompt> = {}): HousePrompt => ({
  id: 'welcome',
  language: 'zh',
  text: '大家好',
  instead: '您好',
  source: 'VOICE',
  sound: 'p-v-1',
  seconds: 1.25,
  changedAt: NOW,
  changedBy: '9001',
  ...over,
})
const welcome = (): Prompt => ({ id: 'welcome', text: { zh: '您好', en: 'Welcome' }, changed })
const place = (over: Partial<Prompt> = {}): Prompt => ({
  id: 'place-{n}',
  numbers: { from: 2, to: 4 },
  text: { zh: '前面还有{n}位', en: '{n} ahead' },
  changed: [],
  ...over,
})

const part = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
const parts = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)]
const press = async (id: string): Promise<void> => {
  part(id)?.click()
  await flushPromises()
}
const dialog = () => page.findComponent({ name: 'PromptDialog' })
const type = async (text: string): Promise<void> => {
  dialog().findComponent({ name: 'ElInput' }).vm.$emit('update:modelValue', text)
  await flushPromises()
}
const typed = (): unknown => dialog().findComponent({ name: 'ElInput' }).props('modelValue')
const choose = async (name: string): Promise<void> => {
  dialog().findComponent({ name: 'ElRadioGroup' }).vm.$emit('update:modelValue', name)
  await flushPromises()
}
const send = async (file: File): Promise<void> => {
  const input = part('prompt-file') as HTMLInputElement
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  input.dispatchEvent(new Event('change'))
  await flushPromises()
}
const unfit = (detail: string): Response => json({ type: 'urn:voltline:validation', title: 'x', status: 422, detail }, 422)
const wav = (bytes = 'RIFF'): File => new File([bytes], 'said.wav', { type: 'audio/wav' })

enableAutoUnmount(afterEach)

async function open(): Promise<void> {
  page = mount(PromptsPanel, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })
  await flushPromises()
}

beforeEach(() => {
  engine = new FakeEngine()
  engine.install()
  sent = []
  changed = []
  engine.on('GET /admin/prompts', () => json({ prompts: [welcome(), place(), { id: 'say-yao', text: { zh: '幺', en: '' }, changed: [] }] }))
  engine.on(`PUT ${TEXTS}`, (body) => {
    sent.push(body as PromptWish)
    return new Response(null, { status: 204 })
  })
  engine.on('POST /admin/prompts/welcome/recordings/zh', () => json({ sound: 'p-1', seconds: 2.1 }))
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:heard', revokeObjectURL: vi.fn() }))
  setLanguage('zh')
})

afterEach(() => vi.unstubAllGlobals())

describe('the prompts', () => {
  it('are found by id and text, with who changed which', async () => {
    changed = [own({ source: 'RECORDING', recording: 'said.wav' })]
    await open()
    expect(parts('prompt').map((row) => row.dataset['prompt'])).toEqual(['welcome', 'place-{n}', 'say-yao'])
    expect(part('prompt-changed')?.textContent).toContain('said.wav · 9001')
    expect(part('prompt-text')?.textContent).toBe('大家好')
    expect(parts('prompt-en')).toHaveLength(2)
    expect(part('prompts-count')?.textContent).toContain('已修改 1 处')
    const search = part('prompts-search') as HTMLInputElement
    search.value = 'place-3'
    search.dispatchEvent(new Event('input'))
    await flushPromises()
    expect(parts('prompt').map((row) => row.dataset['prompt'])).toEqual(['place-{n}'])
  })

  it('are heard as callers hear them', async () => {
    engine.on('GET /admin/prompts/welcome/audio/en', () => new Response(new Blob(['RIFF'])))
    await open()
    parts('prompt-listen')[1]?.click()
    await flushPromises()
    expect(part('prompt-audio')?.getAttribute('src')).toBe('blob:heard')
  })

  it('are spoken anew, heard before', async () => {
    const asked: unknown[] = []
    engine.on('POST /admin/prompts/welcome/speech/zh', (body) => {
      asked.push(body)
      return new Response(new Blob(['RIFF']))
    })
    await open()
    await press('prompt-edit')
    await type('大家好')
    await press('prompt-preview')
    expect(asked).toEqual([{ text: '大家好' }])
    expect(part('prompt-dialog-audio')?.getAttribute('src')).toBe('blob:heard')
    expect(sent).toEqual([])
    await press('prompt-save')
    expect(sent).toEqual([{ text: '大家好' }])
    expect(part('prompt-dialog')).toBeNull()
  })

  it('are recorded, once a recording is there', async () => {
    changed = [own()]
    await open()
    await press('prompt-edit')
    await choose('RECORDING')
    await press('prompt-save')
    expect(part('prompt-problem')?.textContent).toContain('请先上传录音')
    await send(wav())
    expect(part('prompt-recorded')?.textContent).toBe('said.wav（2.1 秒）')
    await press('prompt-save')
    expect(sent).toEqual([{ text: '大家好', recording: { sound: 'p-1', name: 'said.wav' }, seen: NOW }])
  })

  it('keep what was typed when a recording is none, and say why', async () => {
    engine.on('POST /admin/prompts/welcome/recordings/zh', () => unfit('/recording/no-wav: no WAV file'))
    await open()
    await press('prompt-edit')
    await type('大家好')
    await choose('RECORDING')
    await send(wav())
    expect(part('prompt-problem')?.textContent).toContain('这不是可以读取的 WAV 文件')
    const large = wav()
    Object.defineProperty(large, 'size', { value: 13 * 1024 * 1024 })
    await send(large)
    expect(part('prompt-problem')?.textContent).toContain('12 MB')
    expect(part('prompt-recorded')).toBeNull()
    expect(typed()).toBe('大家好')
  })

  it('say when there is no voice', async () => {
    engine.on(`PUT ${TEXTS}`, () => problem('no-voice', 409))
    await open()
    await press('prompt-edit')
    await type('大家好')
    await press('prompt-save')
    expect(part('prompt-problem')?.textContent).toContain('只能上传录音')
    expect(typed()).toBe('大家好')
  })

  it('keep what was typed when somebody else was quicker', async () => {
    await open()
    await press('prompt-edit')
    await type('我的')
    engine.on(`PUT ${TEXTS}`, (body) => {
      sent.push(body as PromptWish)
      return sent.length === 1 ? problem('conflict', 409) : new Response(null, { status: 204 })
    })
    changed = [own({ text: '他人的' })]
    await press('prompt-save')
    expect(part('prompt-problem')?.textContent).toContain('他人的')
    expect(typed()).toBe('我的')
    await press('prompt-save')
    expect(sent[1]).toEqual({ text: '我的', seen: NOW })
  })

  it('are put back', async () => {
    const asked = vi.fn(() => new Response(null, { status: 204 }))
    engine.on(`DELETE ${TEXTS}`, asked)
    await open()
    await press('prompt-edit')
    expect(part('prompt-back')).toBeNull()
    await press('prompt-cancel')
    changed = [own({ instead: '早先的' })]
    page.unmount()
    await open()
    expect(part('prompt-zh')?.textContent).toContain('产品文字已更新')
    await press('prompt-edit')
    expect(part('prompt-dialog')?.textContent).toContain('早先的')
    dialog().findComponent({ name: 'ElPopconfirm' }).vm.$emit('confirm')
    await flushPromises()
    expect(asked).toHaveBeenCalledOnce()
    expect(part('prompt-dialog')).toBeNull()
  })

  it('with numbers are changed one by one', async () => {
    engine.on('PUT /admin/prompts/place-3/texts/zh', (body) => {
      sent.push(body as PromptWish)
      return new Response(null, { status: 204 })
    })
    await open()
    parts('prompt-edit')[2]?.click()
    await flushPromises()
    expect(part('prompt-own')?.textContent).toBe('前面还有2位')
    dialog().findComponent({ name: 'ElSelect' }).vm.$emit('update:modelValue', 'place-3')
    await flushPromises()
    expect(part('prompt-own')?.textContent).toBe('前面还有3位')
    await type('还有三位')
    await press('prompt-save')
    expect(sent).toEqual([{ text: '还有三位' }])
  })

  it('tell when the server refuses', async () => {
    engine.on('GET /admin/prompts', () => problem('forbidden', 403))
    await open()
    expect(part('prompts-problem')?.textContent).toContain('您没有此项权限')
  })
})

describe('a prompt', () => {
  it('with numbers stands for one with each', () => {
    expect(idsOf(place())).toEqual(['place-2', 'place-3', 'place-4'])
    expect(ownText(place(), { id: 'place-4', language: 'en' })).toBe('4 ahead')
    expect(outdated(place(), own({ id: 'place-4', instead: '前面还有4位' }))).toBe(false)
    expect(outdated(place(), own({ id: 'place-4', instead: '前面有4位' }))).toBe(true)
  })

  it('is found by what the house says, too', () => {
    const all = [place({ changed: [own({ id: 'place-3', text: '还有三位' })] }), { id: 'bye', text: { zh: '再见', en: 'Bye' }, changed: [] }]
    expect(found(all, '三', false).map((one) => one.id)).toEqual(['place-{n}'])
    expect(found(all, '', true).map((one) => one.id)).toEqual(['place-{n}'])
    expect(found(all, 'BYE', false).map((one) => one.id)).toEqual(['bye'])
  })

  it('has a word for what is wrong', () => {
    const told = (detail: string) => wrongOf(new Problem('validation', 'x', 422, detail))
    expect(told('/recording/no-wav: x')).toBe('recordingNoWav')
    expect(told('/text/long: at most 500 characters')).toBe('textLong')
    expect(told('something else')).toBeUndefined()
    expect(wrongOf(new Problem('too-large', 'x', 413))).toBe('recordingLarge')
  })
})
