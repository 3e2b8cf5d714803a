/** A skill, and the level it is asked for at. */
export interface Need {
  skill: string
  level: number
}

/** Any one of these will do, and of it every need: `fault:3+english:2|general:1`. */
export function alternatives(short: string): Need[][] {
  return short.split('|').map((all) => all.split('+').map(need))
}

function need(text: string): Need {
  const [skill = text, level = '1'] = text.split(':')
  return { skill, level: Number(level) }
}
