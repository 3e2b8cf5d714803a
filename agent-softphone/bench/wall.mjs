// What the wall needs of the browser while each of 2,000 agents changes once a second.
//   node bench/wall.mjs CHROMIUM ROUNDS SECONDS     prints a line a round, then one of JSON
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { openPage } from './browser.mjs'
import { openFloor } from './floor.mjs'

const AGENTS = 2_000
const TARGET = 20
const [executable, rounds, seconds] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])]

const floor = await openFloor(AGENTS)
const page = await openPage(executable)
const say = (line) => process.stdout.write(`${line}\n`)
try {
  const home = `http://127.0.0.1:${floor.address().port}/`
  await page.go(home)
  await until(`location.href === '${home}' && (sessionStorage.setItem('voltline.token', 't'), true)`)
  await page.go(home)
  await until(`document.querySelector('[data-testid=wall-state-all] b')?.textContent === '${AGENTS}'`)
  await pause(5_000)
  say('round  page (% of a core)  whole browser  others')
  const figures = []
  for (let round = 1; round <= rounds; round++) {
    const figure = await measure()
    figures.push(figure)
    say(`${round}      ${figure.page}                ${figure.browser}           ${figure.others}`)
  }
  const median = figures.map((it) => it.page).sort((a, b) => a - b)[Math.floor(rounds / 2)]
  const result = { bench: 'wall', unit: '% of a core', agents: AGENTS, median, target: TARGET, pass: median < TARGET }
  say(JSON.stringify({ ...result, rounds: figures }))
} finally {
  await page.close()
  floor.closeAllConnections()
  floor.close()
}

/** Shares of one core in %: the page's process, all of the browser's, and whatever else ran but this one. */
async function measure() {
  const [before, own, all, began] = [await page.processes(), process.cpuUsage(), machine(), Date.now()]
  await pause(seconds * 1_000)
  const [after, ownNow] = [await page.processes(), process.cpuUsage(own)]
  const passed = (Date.now() - began) / 1_000
  const spent = (type) => sum(after, type) - sum(before, type)
  const [pages, browser] = [spent('renderer'), spent()]
  const others = machine() - all - browser - (ownNow.user + ownNow.system) / 1e6
  await mustBeFresh()
  const share = (of) => Math.round((1_000 * of) / passed) / 10
  return { page: share(pages), browser: share(browser), others: share(others) }
}

function sum(processes, type) {
  return processes.filter((it) => type === undefined || it.type === type).reduce((all, it) => all + it.cpuTime, 0)
}

/** Seconds the machine's processors worked since it was started. */
function machine() {
  const [user, nice, system, , , irq, softirq] = /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))[1].split(' ')
  return [user, nice, system, irq, softirq].reduce((all, ticks) => all + Number(ticks), 0) / 100
}

/** A wall that shows nothing new would need little. */
async function mustBeFresh() {
  const since = await page.value(`[...document.querySelectorAll('[data-testid=wall-agent]')].map(it => it.children[3].innerText)`)
  if (since.length < 10 || !since.every((it) => ['0:00', '0:01', '0:02'].includes(it))) {
    throw new Error(`the wall shows agents who did not change for so long: ${since}`)
  }
}

async function until(expression) {
  const end = Date.now() + 30_000
  while ((await page.value(expression)) !== true) {
    if (Date.now() > end) throw new Error(`the page did not come so far: ${expression}`)
    await pause(200)
  }
}
