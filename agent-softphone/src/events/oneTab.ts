const CHANNEL = 'voltline.desk'

/**
 * Claims the agent's desk for this page. Every other page of this browser that has it is told, a duplicated tab with the
 * same token too, of which the server cannot know. Returns what ends the claim.
 */
export function claimDesk(agentNo: string, onTaken: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }) => {
    if (data === agentNo) onTaken()
  }
  channel.postMessage(agentNo)
  return () => channel.close()
}
