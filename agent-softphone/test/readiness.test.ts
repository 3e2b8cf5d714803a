import { describe, expect, it } from 'vitest'
import { typedKey } from '@/desk/keypad'
import { type Facts, findings, minutesOff } from '@/desk/readiness'
import { forgetTalk, keepMuted, keepTalk, keptTalk } from '@/phone/keptTalk'

const fine: Facts = {
  microphone: undefined,
  speaker: true,
  registration: 'registered',
  reachable: true,
  media: undefined,
  clockAhead: 400,
}
const found = (of: Partial<Facts>): string[] =>
  findings({ ...fine, ...of }).map(({ item, problem }) => `${item} ${problem}`)

describe('a desk', () => {
  it('with everything in order is ready', () => {
    expect(found({})).toEqual([])
    expect(found({ clockAhead: undefined })).toEqual([])
  })

  it.each<[string, Partial<Facts>]>([
    ['microphone denied', { microphone: 'denied' }],
    ['speaker absent', { speaker: false }],
    ['registration offline', { registration: 'offline', reachable: false }],
    ['registration offline', { registration: 'registering' }],
    ['registration refused', { registration: 'refused' }],
    ['registration unconfirmed', { reachable: false }],
    ['media silent', { media: 'silent' }],
    ['clock behind', { clockAhead: 3_600_000 }],
    ['clock ahead', { clockAhead: -121_000 }],
  ])('is told of %s', (problem, facts) => {
    expect(found(facts)).toEqual([problem])
  })

  it('is told of everything at once, what to plug in first', () => {
    expect(found({ media: 'unreached', microphone: 'absent', speaker: false })).toEqual([
      'microphone absent',
      'speaker absent',
      'media unreached',
    ])
  })

  it('is told by how many minutes its clock is wrong', () => {
    expect([minutesOff(-3_600_000), minutesOff(125_000)]).toEqual([60, 2])
  })
})

describe('a typed digit', () => {
  const typed = (into: HTMLElement, of: KeyboardEventInit): string | undefined => {
    let key: string | undefined
    document.body.append(into)
    window.addEventListener('keydown', (event) => (key = typedKey(event)), { once: true })
    into.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...of }))
    return key
  }

  it('is a key of the keypad where nothing is being written', () => {
    const page = document.createElement('main')
    expect(['0', '*', '#', 'a', 'Enter'].map((key) => typed(page, { key }))).toEqual(['0', '*', '#', undefined, undefined])
    expect(typed(page, { key: '1', altKey: true })).toBeUndefined()
    expect(typed(page, { key: '1', repeat: true })).toBeUndefined()
  })

  it.each(['input', 'textarea', 'select'])('into %s is text', (tag) => {
    expect(typed(document.createElement(tag), { key: '7' })).toBeUndefined()
  })
})

describe('a kept talk', () => {
  const talk = { callId: 'c', ownTag: 'o', switchTag: 's', muted: false }

  it('is that phone’s alone, until it is forgotten', () => {
    keepTalk('sip:1001@localhost', talk)
    expect(keptTalk('sip:1001@localhost')).toEqual(talk)
    expect(keptTalk('sip:1002@localhost')).toBeUndefined()
    keepMuted('sip:1001@localhost', true)
    expect(keptTalk('sip:1001@localhost')).toEqual({ ...talk, muted: true })
    forgetTalk('sip:1001@localhost')
    keepMuted('sip:1001@localhost', true)
    expect(keptTalk('sip:1001@localhost')).toBeUndefined()
  })

  it.each(['nonsense', '{}', '{"callId":1,"ownTag":"o","switchTag":"s"}', 'null'])('that is %s is none', (text) => {
    localStorage.setItem('voltline.talk.sip:1001@localhost', text)
    expect(keptTalk('sip:1001@localhost')).toBeUndefined()
  })
})
