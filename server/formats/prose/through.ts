import type {Span} from '../../../rules/kit/types.ts'
import type {Block, Directive, Problem, Reading, SourceMap} from '../format.ts'
import type {Literal} from './literal.ts'

/**
 * Moves a reading of a literal's text to where the literal stands in its file. The spans of `reading` count in what the literal says; those of
 * the result count from the literal's start.
 */
export function through(literal: Literal, {sections: _, ...reading}: Reading): Reading {
  const out = (span: Span<'source'>): Span<'source'> => literal.toSource(valueSpan(span))
  return {
    ...reading,
    blocks: reading.blocks.map(block => throughBlock(literal, block)),
    directives: reading.directives.map(directive => moveDirective(directive, out)),
    problems: reading.problems.map(problem => moveProblem(literal, problem, out)),
  }
}

function throughBlock(literal: Literal, block: Block): Block {
  return {...block, map: mapThrough(literal, block.map)}
}

/** The one place where the two sorts of offset meet: the inner reader's file is what the literal says. */
const valueSpan = ({start, end}: Span<'source'>): Span<'value'> => ({start, end})

function mapThrough(literal: Literal, inner: SourceMap): SourceMap {
  return {
    toSource: span => literal.toSource(valueSpan(inner.toSource(span))),
    toEditable(span) {
      const editable = inner.toEditable(span)
      return editable && literal.toEditable(valueSpan(editable))
    },
    encode(text, at) {
      // How a literal writes a text depends on the place.
      const editable = at && inner.toEditable(at)
      const written = editable && inner.encode(text, at)
      return written === undefined || editable === undefined ? undefined : literal.encode(written, valueSpan(editable))
    },
  }
}

function moveProblem(literal: Literal, problem: Problem, out: (span: Span<'source'>) => Span<'source'>): Problem {
  const {fix, ...rest} = problem
  const editable = fix === undefined ? undefined : literal.toEditable(valueSpan(problem.span))
  const written = editable && literal.encode(fix ?? '', valueSpan(problem.span))
  return {...rest, span: editable ?? out(problem.span), ...(written !== undefined && {fix: written})}
}

function moveDirective(directive: Directive, out: (span: Span<'source'>) => Span<'source'>): Directive {
  const {covers, span, ruleSpans} = directive
  return {
    ...directive,
    span: out(span),
    ruleSpans: ruleSpans.map(out),
    ...(covers !== undefined && {covers: out(covers)}),
  }
}
