import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseComponent } from '@vue/compiler-sfc'
import { NodeTypes, type TemplateChildNode } from '@vue/compiler-core'
import { describe, expect, it } from 'vitest'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh'

const SRC = join(import.meta.dirname, '../src')
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|ts)$/.test(name) && !/(i18n.(\w+\.)?(zh|en)|\.gen)\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(SRC, name), 'utf8') }))
const components = sources.filter(({ name }) => name.endsWith('.vue'))

interface Tree { [key: string]: string | Tree }
const flat = (tree: Tree, above = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[above + key, value] as [string, string]] : flat(value, `${above}${key}.`),
  )
const [zhTexts, enTexts] = [new Map(flat(zh)), new Map(flat(en))]
const placeholders = (text: string | undefined): string[] => [...(text ?? '').matchAll(/\{\w+\}/g)].map(String).sort()

const SPOKEN_ATTRIBUTES = ['title', 'alt', 'label', 'placeholder', 'aria-label', 'description']
const LETTER = /\p{L}/u

function literals(node: TemplateChildNode): string[] {
  if (node.type === NodeTypes.TEXT) return LETTER.test(node.content) ? [node.content.trim()] : []
  if (node.type !== NodeTypes.ELEMENT) return []
  const spoken = node.props.flatMap((prop) =>
    prop.type === NodeTypes.ATTRIBUTE && SPOKEN_ATTRIBUTES.includes(prop.name) && LETTER.test(prop.value?.content ?? '')
      ? [`${prop.name}="${prop.value?.content}"`]
      : [],
  )
  return [...spoken, ...node.children.flatMap(literals)]
}

describe('the catalogues', () => {
  it('have the same keys and the same blanks to fill in', () => {
    expect([...enTexts.keys()]).toEqual([...zhTexts.keys()])
    // English has a form for one and another for more.
    for (const [key, text] of zhTexts)
      for (const form of (enTexts.get(key) ?? '').split(' | ')) expect(placeholders(form), key).toEqual(placeholders(text))
  })

  it('are Chinese in one and not in the other', () => {
    const chinese = [...enTexts].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !key.startsWith('language.'))
    expect(chinese).toEqual([])
    expect([...zhTexts].filter(([, text]) => text === '')).toEqual([])
  })

  it('hold no text that nothing shows', () => {
    const text = sources.map((source) => source.text).join()
    const families = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1] ?? '')
    const shown = (key: string): boolean =>
      text.includes(`'${key}'`) || [...families, 'node.', 'queue.', 'skill.'].some((family) => key.startsWith(family))
    expect([...zhTexts.keys()].filter((key) => !shown(key))).toEqual([])
  })

  it.each(sources)('hold every key that $name asks for', ({ text }) => {
    const asked = [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? '')
    expect(asked.filter((key) => !zhTexts.has(key))).toEqual([])
  })
})

describe('no text stands outside the catalogues', () => {
  it.each(sources)('$name has no Chinese', ({ text }) => {
    expect(text).not.toMatch(/\p{Script=Han}/u)
  })

  it.each(components)('$name has no literal words in its template', ({ name, text }) => {
    const { template } = parseComponent(text, { filename: name }).descriptor
    expect(template?.ast?.children.flatMap(literals)).toEqual([])
  })
})
