import type { WorkOrderType } from '@/api/types'

/**
 * The branches with those of their leaves in which every word stands: in either language's name, the branch's, or the
 * id. A branch without leaves is its own leaf.
 */
export function findTypes(query: string, types: WorkOrderType[]): WorkOrderType[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return types
    .map((branch) => {
      const leaves = branch.children.length > 0 ? branch.children : [branch]
      return { ...branch, children: leaves.filter((leaf) => has(words, branch, leaf)) }
    })
    .filter(({ children }) => children.length > 0)
}

function has(words: string[], branch: WorkOrderType, leaf: WorkOrderType): boolean {
  const text = [branch.name.zh, branch.name.en, leaf.name.zh, leaf.name.en, leaf.id].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}
