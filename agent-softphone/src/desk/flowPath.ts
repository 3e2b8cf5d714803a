const EVERYBODYS = /^(welcome|language|main)\b/

/** The nodes that tell one caller from another; all of them when the caller went straight to a person. */
export function chosenMenus(flowPath: string[]): string[] {
  const chosen = flowPath.filter((node) => !EVERYBODYS.test(node))
  return chosen.length > 0 ? chosen : flowPath
}

/** Whether the caller told the menu that somebody may be hurt. */
export function isDanger(flowPath: string[]): boolean {
  return flowPath.some((node) => node.includes('danger'))
}
