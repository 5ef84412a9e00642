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
const described =
  /\bcan be \w+ by \w+ing\b|\byou (?:can|need to|must|should|have to|will need to) \w+ .{0,80}\b(?:by (?:click|select|open|go|choos|tap|press)ing|in the \w+ (?:menu|tab|page|settings))\b/i

/** Whether a block tells the reader to do something. */
export function isInstruction({prose}: OutlineBlock): boolean {
  return instruction.test(prose)
}

/** The numbered procedures of a document with at least so many steps. */
export function proceduresOf(outline: Outline, least: number): readonly Procedure[] {
  return runsOf(outline, block => block.kind === 'item' && block.ordered).filter(
    ({steps}) => steps.length >= least && steps.filter(index => isStep(outline, index)).length * 2 >= steps.length,
  )
}

/** Instructions in running text: a paragraph or bullets that begin with what to do. */
export function instructionsOf(outline: Outline): readonly Procedure[] {
  return runsOf(
    outline,
    block =>
      block.kind !== 'heading' && block.kind !== 'cell' && (isPlainInstruction(block) || described.test(block.prose)),
  )
}

const plain = new RegExp(
  `^(?:(?:to|in|on|from|under|if) [^.]{3,90}, (?:just |simply |please )?)?${verb}\\b(?! ?[-=(])`,
  'i',
)

function isPlainInstruction({prose}: OutlineBlock): boolean {
  return plain.test(prose)
}

function isStep({blocks}: Outline, index: number): boolean {
  const block = blocks[index]
  return block !== undefined && isInstruction(block)
}

/** Runs of such blocks; up to two paragraphs behind or between them, and all sub-items, belong to a run. */
function runsOf({blocks}: Outline, belongs: (block: OutlineBlock) => boolean): Procedure[] {
  const runs: {steps: number[]; until: number}[] = []
  let run: {steps: number[]; until: number} | undefined
  let paragraphs = 0
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') run = undefined
    else if (belongs(block)) {
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
