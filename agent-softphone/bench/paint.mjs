// How soon the desk is seen: first contentful paint in a browser that has nothing of it, and what its scripts weigh.
//   node bench/paint.mjs CHROMIUM ROUNDS     prints a line a round, then one of JSON
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { openPage } from './browser.mjs'
import { openFloor } from './floor.mjs'

const TARGET = 1.5
const MOST_SCRIPT_KB = 600
const DIST = fileURLToPath(new URL('../dist', import.meta.url))
const PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
const SCRIPTS = "JSON.stringify(performance.getEntriesByType('resource').map((it) => new URL(it.name).pathname).filter((it) => it.endsWith('.js')))"
const [executable, rounds] = [process.argv[2], Number(process.argv[3])]

const say = (line) => process.stdout.write(`${line}\n`)
const floor = await openFloor(1)
try {
  say('round  first contentful paint (s)  scripts (KB, gzip)')
  const figures = []
  for (let round = 1; round <= rounds; round++) {
    const figure = await measure(`http://127.0.0.1:${floor.address().port}/`)
    figures.push(figure)
    say(`${round}      ${figure.paint.toFixed(2)}                        ${figure.script}`)
  }
  const median = figures.map((it) => it.paint).sort((a, b) => a - b)[Math.floor(rounds / 2)]
  const script = Math.max(...figures.map((it) => it.script))
  const pass = median <= TARGET && script <= MOST_SCRIPT_KB
  say(JSON.stringify({ bench: 'paint', unit: 's', median, target: TARGET, script, mostScript: MOST_SCRIPT_KB, pass, rounds: figures }))
} finally {
  floor.closeAllConnections()
  floor.close()
}

/** A browser of its own each time, started beforehand: its start is not the page's. */
async function measure(home) {
  const page = await openPage(executable)
  try {
    await page.go(home)
    let paint = 0
    for (let tries = 0; paint === 0 && tries < 200; tries++) {
      await pause(50)
      paint = await page.value(PAINTED)
    }
    if (paint === 0) throw new Error('nothing was painted')
    const paths = JSON.parse(await page.value(SCRIPTS))
    const bytes = paths.reduce((sum, path) => sum + gzipSync(readFileSync(DIST + path)).length, 0)
    return { paint: Math.round(paint) / 1_000, script: Math.round(bytes / 1_000) }
  } finally {
    await page.close()
  }
}
