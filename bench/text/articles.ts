import {mkdirSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {type Dice, heading, makeDice, sentence} from './sentences.ts'

/**
 * Writes `count` made-up articles into `folder`, the same ones at every run, and made up as real help centres are: half of them over
 * 2.9 KB, a tenth over 9.7 KB, with front matter (87 %), links, inline code, template tags (44 %), HTML (37 %), code (23 %), pictures
 * (20 %) and tables (12 %).
 */
export function writeArticles(folder: string, count: number): void {
  for (let index = 0; index < count; index++) {
    const inside = path.join(folder, `section-${Math.floor(index / 100)}`)
    if (index % 100 === 0) mkdirSync(inside, {recursive: true})
    writeFileSync(path.join(inside, `article-${index}.md`), article(makeDice(index + 1)))
  }
}

/** One made-up article. */
export function article(dice: Dice, size = usualSize(dice)): string {
  const title = heading(dice)
  const extras = extrasOf(dice)
  let text = dice.chance(0.87) ? `---\ntitle: ${title}\n---\n\n` : ''
  text += `# ${title}\n`
  while (text.length < size) {
    const extra = extras[dice.below(extras.length + 2)]
    text += dice.chance(0.25) ? `\n## ${heading(dice)}\n` : ''
    text += `\n${extra === undefined ? block(dice) : extra(dice)}\n`
  }
  return text
}

/** Sizes lie as those of real articles do: their logarithms are normally distributed. */
function usualSize(dice: Dice): number {
  const normal = Math.sqrt(-2 * Math.log(1 - dice.roll())) * Math.cos(2 * Math.PI * dice.roll())
  return Math.min(80_000, Math.max(300, 2900 * Math.exp(0.94 * normal)))
}

function block(dice: Dice): string {
  if (dice.chance(0.6)) return sentences(dice, 1 + dice.below(4))
  return Array.from({length: 2 + dice.below(4)}, (_, step) => `${step + 1}. ${sentences(dice, 1)}`).join('\n')
}

const sentences = (dice: Dice, count: number): string => Array.from({length: count}, () => sentence(dice)).join(' ')

type Extra = (dice: Dice) => string

const extras: readonly (readonly [share: number, extra: Extra])[] = [
  [0.44, dice => `{{ page.notice_${dice.below(99)} }} ${sentence(dice)}`],
  [0.37, dice => `<details><summary>${heading(dice)}</summary>\n\n${sentence(dice)}\n\n</details>`],
  [0.23, dice => `\`\`\`sh\nharbour sync --all --limit ${dice.below(999)}\n\`\`\``],
  [0.2, dice => `![${heading(dice)}](/pictures/${dice.below(999)}.png)`],
  [0.12, dice => `| Name | What it does |\n| --- | --- |\n| ${heading(dice)} | ${sentence(dice)} |`],
]

const extrasOf = (dice: Dice): readonly Extra[] =>
  extras.filter(([share]) => dice.chance(share)).map(([, extra]) => extra)
