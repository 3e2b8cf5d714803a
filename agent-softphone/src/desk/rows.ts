/** Rows drawn beyond those in sight, so that scrolling meets none that is missing. */
const MARGIN = 6

/** Which rows to draw, from `first` up to but not including `end`. */
export interface Sight {
  first: number
  end: number
}

/** What is in sight of `count` rows of one height; all in pixels. */
export function inSight(count: number, rowHeight: number, scrolled: number, height: number): Sight {
  const first = Math.floor(scrolled / rowHeight) - MARGIN
  const end = Math.ceil((scrolled + height) / rowHeight) + MARGIN
  return { first: Math.min(Math.max(0, first), count), end: Math.min(count, Math.max(0, end)) }
}

/** How far to scroll so that a row is in sight: not at all when it is. */
export function scrollTo(row: number, rowHeight: number, scrolled: number, height: number): number {
  const top = row * rowHeight
  if (top < scrolled) return top
  return Math.max(scrolled, top + rowHeight - height)
}

/** The row a key leads to from `row`; undefined for a key that leads nowhere. */
export function rowAfter(key: string, row: number, count: number, page: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: count - 1,
  }
  const to = steps[key]
  return to === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, to))
}
