import type { Talk } from './phone'

const key = (phone: string): string => `voltline.talk.${phone}`

export interface Kept extends Talk {
  muted: boolean
}

/** Remembers a phone's talk beyond this page, for the page that comes after it. */
export const keepTalk = (phone: string, talk: Kept): void => localStorage.setItem(key(phone), JSON.stringify(talk))

/** The talk goes on muted, or not any more. */
export function keepMuted(phone: string, muted: boolean): void {
  const talk = keptTalk(phone)
  if (talk !== undefined) keepTalk(phone, { ...talk, muted })
}

export const forgetTalk = (phone: string): void => localStorage.removeItem(key(phone))

export function keptTalk(phone: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(phone)) ?? 'null')
    return isTalk(kept) ? { ...kept, muted: 'muted' in kept && kept.muted === true } : undefined
  } catch {
    return undefined
  }
}

function isTalk(kept: unknown): kept is Talk {
  if (typeof kept !== 'object' || kept === null) return false
  return ['callId', 'ownTag', 'switchTag'].every((part) => typeof (kept as Record<string, unknown>)[part] === 'string')
}
