// Writes the words that people put in each other's place when they reworded the questions of a suite.
//
//   node scripts/lexicon/rewordings.mjs SUITE.jsonl > server/src/main/resources/dev/alidade/ask/rewordings.tsv
//
// A pair counts where questions on several databases have it; pairs made of smaller ones are left out.

import { readFileSync } from 'node:fs'

const FEWEST_DATABASES = 2
const LONGEST = 3
const EMPTY = new Set('a an the of in on at to for from by with and or is are all each their its'.split(' '))

/** Words that are no word for a thing by themselves. */
const PARTS = new Set('number different distinct first last full'.split(' '))

const words = (text) => text.toLowerCase().match(/[a-z]+|\d+|\S/g) ?? []

/** The stretches in which two lists differ, from their longest common subsequence. */
function differences(one, other) {
  const length = Array.from({ length: one.length + 1 }, () => new Int32Array(other.length + 1))
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      length[i][j] =
        one[i] === other[j]
          ? length[i + 1][j + 1] + 1
          : Math.max(length[i + 1][j], length[i][j + 1])
    }
  }
  const found = []
  let left = []
  let right = []
  let i = 0
  let j = 0
  const close = () => {
    if (left.length > 0 && right.length > 0) {
      found.push([left, right])
    }
    left = []
    right = []
  }
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      close()
      i++
      j++
    } else if (j >= other.length || (i < one.length && length[i + 1][j] >= length[i][j + 1])) {
      left.push(one[i++])
    } else {
      right.push(other[j++])
    }
  }
  close()
  return found
}

const plain = (phrase) => {
  const kept = phrase.filter((word) => !EMPTY.has(word))
  const last = kept.at(-1) ?? ''
  const singular = /(ss|us|is)$/.test(last) ? last : last.replace(/(?<=ch|sh|ss|x)es$|ies$|s$/, (end) => (end === 'ies' ? 'y' : ''))
  return [...kept.slice(0, -1), singular].join(' ')
}

const databases = new Map()
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  if (line.trim() === '') {
    continue
  }
  const { database, question, reworded } = JSON.parse(line)
  for (const [left, right] of differences(words(question), words(reworded ?? question))) {
    const pair = [plain(left), plain(right)].sort()
    const usable = pair.every((side) => /^[a-z]+( [a-z]+)*$/.test(side) && side.split(' ').length <= LONGEST && !PARTS.has(side))
    if (usable && pair[0] !== pair[1]) {
      const key = pair.join('\t')
      databases.set(key, (databases.get(key) ?? new Set()).add(database))
    }
  }
}

const kept = [...databases].filter(([, found]) => found.size >= FEWEST_DATABASES).map(([key]) => key)
const single = new Set(kept)
const isMade = (key) => {
  const [one, other] = key.split('\t').map((side) => side.split(' '))
  if (one.length !== other.length || one.length < 2) {
    return false
  }
  return one.every((word, at) => word === other[at] || single.has([word, other[at]].sort().join('\t')))
}

console.log('# Words that people put in each other\'s place; learned from the reworded questions of Spider-Syn')
console.log('# (Gan et al. 2021) on the databases of spider-tune, so this file is under CC BY-SA 4.0.')
console.log('# Made by scripts/lexicon/rewordings.mjs.')
kept.filter((key) => !isMade(key)).sort().forEach((key) => console.log(key))
