import type { Talk } from './phone'

const key = (phone: string): string => `voltline.talk.${phone}`

/** Remembers a phone's talk beyond this page, for the page that comes after it. */
export const keepTalk = (phone: string, talk: Talk): void => localStorage.setItem(key(phone), JSON.stringify(talk))

export const forgetTalk = (phone: string): void => localStorage.removeItem(key(phone))

export function keptTalk(phone: string): Talk | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(phone)) ?? 'null')
    return isTalk(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function isTalk(kept: unknown): kept is Talk {
  if (typeof kept !== 'object' || kept === null) return false
  return ['callId', 'ownTag', 'switchTag'].every((part) => typeof (kept as Record<string, unknown>)[part] === 'string')
}
