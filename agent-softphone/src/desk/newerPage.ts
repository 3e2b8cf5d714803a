/** The program a page runs, by its address; each build has one of its own. */
export function programOf(page: Document): string | undefined {
  return page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? undefined
}

/** Whether the server has another program than this page's by now. Throws when it can't be asked. */
export async function isNewerThere(): Promise<boolean> {
  const answer = await fetch(new Request(`${location.origin}/`, { cache: 'no-store' }))
  if (!answer.ok) return false
  const there = programOf(new DOMParser().parseFromString(await answer.text(), 'text/html'))
  const own = programOf(document)
  return there !== undefined && own !== undefined && there !== own
}
