import {known} from './known.ts'
import {sectionsOf} from './sections.ts'
import type {Outline, OutlineBlock, OutlineSection} from './types.ts'
import {countWords} from './word-scan.ts'

const problem =
  /\b(?:troubleshoot\w*|fix(?:es|ing)?|error|errors|can['’]?t|cannot|can not|won['’]?t|doesn['’]?t|isn['’]?t|not (?:working|showing|loading|responding|connecting|receiving|found|available)|fails?|failed|failing|failure|issues?|problems?|solv(?:e|ing)|resolv(?:e|ing)|stuck|missing|crash\w*|broken|blocked|lost|unable|slow|delay(?:s|ed)?)\b|^if\b/i

/** The article's title: from its front matter, or its first heading of the first level. */
export function titleOf({title, blocks}: Outline): string {
  return title ?? blocks.find(block => block.kind === 'heading' && block.depth === 1)?.prose ?? ''
}

/** Whether the article's title names a problem that it is to solve. */
export function isTroubleshooting(outline: Outline): boolean {
  return problem.test(titleOf(outline))
}

/** How many words the article's own text has. */
export function wordsOf(outline: Outline): number {
  return sectionsOf(outline).reduce((sum, section) => sum + wordsOfSection(section), 0)
}

const wordsOfSection = known(({blocks}: OutlineSection): number =>
  blocks.reduce((sum, block) => (block.kind === 'heading' ? sum : sum + wordsIn(block)), 0),
)

const wordsIn = known(({prose}: OutlineBlock): number => countWords(prose))
