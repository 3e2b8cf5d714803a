// Chromium by its own protocol, for what only the browser can tell: the processor time of each of its processes.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--window-size=1920,1080']
const SPEAKS_AT = /DevTools listening on (ws:\S+)/

/** One page of a browser that is closed with it. */
export async function openPage(executable) {
  const profile = mkdtempSync(join(tmpdir(), 'voltline-bench-'))
  const child = spawn(executable, [...FLAGS, '--remote-debugging-port=0', `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const kill = () => child.kill()
  process.once('exit', kill)
  const socket = new WebSocket(await address(child))
  await new Promise((opened) => socket.once('open', opened))
  const send = speaker(socket)
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  const page = (method, params) => send(method, params, sessionId)
  await page('Page.enable')
  return {
    go: (url) => page('Page.navigate', { url }),
    /** The value of an expression in the page. */
    value: async (expression) => (await page('Runtime.evaluate', { expression, returnByValue: true })).result.value,
    /** Seconds of processor time by process id, with the type of each. */
    processes: async () => (await send('SystemInfo.getProcessInfo')).processInfo,
    close: async () => {
      const over = new Promise((exited) => child.once('exit', exited))
      socket.close()
      child.kill()
      await over
      process.off('exit', kill)
      // The browser's own processes end a moment after it and write to the last.
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

function address(child) {
  return new Promise((told, refused) => {
    let said = ''
    child.stderr.on('data', (part) => {
      said += part
      const match = SPEAKS_AT.exec(said)
      if (match) told(match[1])
    })
    child.once('exit', () => refused(new Error(`the browser ended: ${said}`)))
  })
}

function speaker(socket) {
  const asked = new Map()
  let last = 0
  socket.on('message', (text) => {
    const { id, result, error } = JSON.parse(text)
    const [answered, refused] = asked.get(id) ?? []
    asked.delete(id)
    if (error) refused?.(new Error(error.message))
    else answered?.(result)
  })
  return (method, params = {}, sessionId = undefined) =>
    new Promise((answered, refused) => {
      asked.set(++last, [answered, refused])
      socket.send(JSON.stringify({ id: last, method, params, sessionId }))
    })
}
