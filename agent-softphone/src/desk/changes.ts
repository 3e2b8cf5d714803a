/** One field of what was changed, as it was and as it is. */
export interface Side {
  field: string
  before?: string
  after?: string
  differs: boolean
}

type Facts = Record<string, unknown>

const shown = (facts: Facts, field: string): string | undefined =>
  field in facts ? String(facts[field]) : undefined

/** Every field of either side, those that differ first; otherwise in the order in which they were written. */
export function sides(before: Facts, after: Facts): Side[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const all = fields.map((field): Side => {
    const [was, is] = [shown(before, field), shown(after, field)]
    return {
      field,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
      differs: was !== is,
    }
  })
  return [...all.filter((side) => side.differs), ...all.filter((side) => !side.differs)]
}
