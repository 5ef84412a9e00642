import {known} from './known.ts'
import type {Outline, OutlineBlock} from './types.ts'

/** Steps that belong together: their blocks' indices, and the last block that may still speak of them. */
export interface Procedure {
  readonly steps: readonly number[]
  readonly until: number
}

const verb =
  '(?:click|tap|select|press|choose|open|go|enter|type|paste|copy|drag|drop|add|remove|delete|create|run|restart|reload|refresh|log|sign|visit|head|use|send|set|change|update|turn|switch|install|uninstall|download|upload|save|submit|fill|hit|check|uncheck|scroll|swipe|navigate|place|put|start|stop|reset|find|locate|pick|provide|attach|connect|disconnect|configure|enable|disable|toggle|expand|hover|review|make|follow|register|import|export|launch|browse|clear|close|edit|rename|move|replace|insert|plug|unplug|hold|search|execute|build|deploy|generate|define|specify|assign|invite|confirm|verify|wait|access|complete|repeat|return|test|unzip|extract|push|pull|clone|commit|write|view|look|give|name|adjust|apply|authorize|allow|grant|copy|modify|include|ensure|determine|contact|ask|reply|email|call|note|upgrade|select|point|append|obtain|read|take)'
const instruction = new RegExp(
  `(?:^|[.:;,)–—-] +|\\b(?:then|and|next|now|please|simply|just|first|finally) +)${verb}\\b(?! ?[-=(])`,
  'i',
)
const described = /\bcan be \w+ (?:[^.]{0,50} )?by (?:click|select|open|go|choos|tap|press|navigat|toggl)ing\b/i
const ui =
  '(?:click|tap|select|press|choose|open|go|enter|navigate|toggle|turn|switch|check|uncheck|enable|disable|log|sign|hover|head|run|execute)'
const plain = new RegExp(
  `^(?:(?:to|in|on|from|under|if) [^.]{3,120}, )?(?:then |first |just |simply |please )?${ui}\\b(?! ?[-=(])|[.:] (?:to [^.]{3,80}, |then,? |next,? )?(?:just |simply )?(?:click|tap|select|press|navigate to|go to)\\b`,
  'i',
)
const howTo = /^how (?:to|do i|can i|do you)\b/i
const request = new RegExp(`^(?:to [^.]{3,80}, )?(?:just |simply |please )?${verb}\\b(?! ?[-=(])`, 'i')

/** The numbered procedures of a document with at least so many steps. */
export function proceduresOf(outline: Outline, least: number): readonly Procedure[] {
  return numberedRuns(outline).filter(({steps}) => steps.length >= least)
}

const numberedRuns = known((outline: Outline): readonly Procedure[] =>
  runsOf(outline, block => block.kind === 'item' && block.ordered && !isLink(block)).filter(
    ({steps}) => steps.filter(index => isStep(outline, index)).length * 2 >= steps.length,
  ),
)

/** Instructions in running text: what to do in the interface, or what to do at all under “How to …”. */
export const instructionsOf = known((outline: Outline): readonly Procedure[] =>
  runsOf(outline, (block, heading) => {
    if (block.kind === 'heading' || block.kind === 'cell' || block.ordered || isLink(block)) return false
    if (howTo.test(heading) && request.test(block.prose)) return true
    return isWritten(block)
  }),
)

const isWritten = known(({prose, marks}: OutlineBlock): boolean => {
  if (described.test(prose)) return true
  return (marks.some(isLabel) || /[“"]\p{Lu}| (?:>|→) /u.test(prose)) && plain.test(prose)
})

function isLabel({kind}: OutlineBlock['marks'][number]): boolean {
  return kind === 'strong' || kind === 'emphasis' || kind === 'code' || kind === 'image'
}

/** An entry of a table of contents, or a pointer to another page. */
const isLink = known(({marks, prose}: OutlineBlock): boolean =>
  marks.some(({kind, start, end}) => kind === 'link' && end - start > prose.length * 0.6),
)

function isStep({blocks}: Outline, index: number): boolean {
  const block = blocks[index]
  return block !== undefined && instructs(block)
}

const instructs = known(({prose}: OutlineBlock): boolean => instruction.test(prose))

/** Runs of such blocks; up to two paragraphs behind or between them, and all sub-items, belong to a run. */
function runsOf({blocks}: Outline, belongs: (block: OutlineBlock, heading: string) => boolean): Procedure[] {
  const runs: {steps: number[]; until: number}[] = []
  let run: {steps: number[]; until: number} | undefined
  let paragraphs = 0
  let heading = ''
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') {
      run = undefined
      heading = block.prose
    } else if (belongs(block, heading)) {
      if (!run) {
        run = {steps: [], until: index}
        runs.push(run)
      }
      run.steps.push(index)
      run.until = index
      paragraphs = 0
    } else if (run) {
      if (block.kind !== 'item') paragraphs++
      if (paragraphs > 3) run = undefined
      else run.until = index
    }
  })
  return runs
}
