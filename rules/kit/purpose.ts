import {known} from './known.ts'
import {states} from './reply.ts'
import {sentenceSpans} from './sentence.ts'
import type {Outline, OutlineBlock, Purpose} from './types.ts'

/** Words for behaviour that a boundary is about. */
export const conduct =
  /\b(?:abus(?:e|ive)|harass\w*|profan\w*|offensive|insult(?:s|ing)?|disrespect\w*|swear(?:ing)?|threaten\w*|hostile|foul language|code of conduct|inappropriate (?:language|behaviou?r)|personal attacks?)\b/i
const namesBoundary = /\b(?:boundar(?:y|ies)|ending the (?:chat|call|conversation))\b/i
const yourConduct =
  /\byour (?:\w+ ){0,2}(?:messages?|tone|language|behaviou?r|replies|comments?|conduct)\b|\b(?:our|the|these) messages (?:stay|remain|are) (?:respectful|civil|polite|calm)\b/i

const matter =
  '(?:ticket|case|request|issue|conversation|topic|thread|report|inquiry|enquiry|query|chat|discussion|pull request|pr|bug)'
const closing = new RegExp(
  [
    `\\b(?:i|we)(?:['’](?:m|re|ve|ll)| am| are| have| will| must| had to| have to| need to| are going to)?(?: \\w+ly| now| go ahead and| to| be| had)* (?:clos(?:e|ed|ing)|archiv(?:e|ed|ing)|lock(?:ed|ing)?|end(?:ed|ing)?)(?: \\w+){0,4} (?:${matter}|out|it)\\b`,
    `\\b(?:this|the|your) (?:\\w+ )?${matter} (?:is|was|has been|is being|is now|will be|will now be|will)(?: \\w+ly| now)* (?:clos(?:e|ed)|resolved due to|archived|locked)\\b`,
    '^clos(?:ed|ing)(?: (?:this|as|because|for|due|since)\\b.*)?[.!]?$',
    `\\b(?:close|suspend|terminate)d? your account\\b|\\byour account (?:has been|was|is) (?:closed|suspended|terminated)\\b`,
  ].join('|'),
  'i',
)

const passedOn = new RegExp(
  [
    "\\b(?:i|we)(?:['’](?:ve|ll|re|m)| have| will| are| am)?(?: \\w+ly| already| also| just| now| be)* escalat(?:e|ed|ing)\\b",
    '\\b(?:this|it|your \\w+|the \\w+) (?:has been|was|is being|is) (?:\\w+ly )?(?:escalated|passed|forwarded|handed|sent|assigned) (?:on |over )?to (?:the|our|a|an)\\b',
    "\\b(?:i|we)(?:['’](?:ve|ll|re|m)| have| will| are| am)(?: \\w+ly| already| also| just| now| be)* (?:pass|rais|forward|transferr?|hand|referr?|report|send|sent|shar|assign|ping)\\w*\\b.{0,80}?\\b(?:to|with)\\b.{0,30}?\\b(?:team|department|specialists?|engineers?|engineering|manager|supervisor|developers?|experts?|representative|colleagues?)\\b",
  ].join('|'),
  'i',
)

const request = new RegExp(
  [
    "\\b(?:please|pls|kindly|(?:could|can|would|will|if) (?:i|we|you)|(?:i|we)(?:['’](?:d|ll)| would| will)? (?:\\w+ ){0,2}(?:need|require|ask)|you(?:['’]ll| will)? need to|in order to|just)\\b.{0,90}?\\b(?:send|provide|share|attach|confirm|tell (?:us|me)|describe|specify|upload|clarify|fill (?:in|out)|submit|give (?:us|me)|elaborate|include|verify your|complete|double-check|take a (?:photo|screen ?shot)|disable|resolve)\\b",
    '\\blet (?:us|me) know(?::| a (?:little|bit)| more| about| which| what| whether| your| how| when| the\\b)|\\b(?:reply|respond|answer)\\b.{0,20} with\\b',
    "\\b(?:i|we)(?:['’]ll| will)? (?:also )?need (?:the following|some|more|an?|your|further|to (?:see|know))\\b|\\b(?:with|provide) the following (?:info|details|data)|\\bwait(?:ing)? for your (?:reply|documents?|response)",
    '\\b(?:helpful|great|grateful|appreciate it) if you\\b',
  ].join('|'),
  'i',
)
const question =
  /^(?:(?:and|so|also|but|first|hi|hello)\b.{0,20}?)?(?:which|what|when|where|who|how|why|do|does|did|have|has|are|is|was|were|can|could|would|will)\b.*\byou\w*\b.*\?\s*$/i
const courtesy =
  /\b(?:anything else|any (?:other|further|more|additional)? ?(?:questions?|concerns?)|happy to help|feel free|hesitate)\b/i
const onlyIf = /^(?:if|in case|should|unless|when|once|until)\b|\b(?:if you|if (?:it|this|the|that))\b/i

const onlySome =
  /\b(?:we|i|you|members) (?:can )?(?:currently )?only (?:help|support|have|accept|offer|work|provide|use|ship|apply)\b|\bcan only (?:have|be|help|apply)\b|\bnot the right place\b|\b(?:we|i) (?:do not|don['’]t) (?:track|use|have|answer)\b|\b(?:solely|exclusively) for\b|\black the (?:capability|ability)\b|\bnot (?:planned|working on (?:this|it))\b/i

const underWay =
  /\b(?:your|the) (?:\w+ ){1,4}(?:has|have) (?:already |now )?been (?:\w+ly )?(?:approved|verified|created|changed|increased|deleted|cancelled|canceled|updated|reset|merged|lifted|added)\b|\bready to (?:use|view|collect|go)\b|\b(?:can confirm|happy to (?:inform|say|tell|confirm)|glad to (?:inform|say|tell|confirm))\b|\b(?:request|ticket) .{0,20}(?:has been|was) (?:created|received)|\b(?:in the queue|taking longer)\b|\b(?:(?:is|are|was|were|has been|have been)(?: \w+ly| now| still| also| currently| being)* (?:investigat\w+|working on|looking into|review(?:ing|ed)|process(?:ed|ing)|resolv(?:ed|ing)|restored|fixed|lifted|shipped|issued|refunded|credited|received|under (?:review|investigation)|in progress|on (?:its|the|their) way|complet(?:e|ed))|(?:i|we)(?:['’]re| are|['’]m| am)(?: \w+ly| now| still)* (?:investigating|working|looking|reviewing|monitoring|waiting)|can ?not specify the exact time|status update|quick update)\b/i

/**
 * What a reply is for: what its front matter says, or else what its text shows. The text is asked in this order, and the first yes counts,
 * since each of them changes what the rest of the reply is worth: it sets a boundary, ends the case, passes it on, says no, asks
 * for something, says how a matter stands. All else is an answer.
 */
export function purposeOf(outline: Outline): Purpose {
  return outline.purpose ?? inferredPurpose(outline)
}

const inferredPurpose = known((outline: Outline): Purpose => {
  const {title = ''} = outline
  const signs = outline.blocks.map(signsOf)
  if (isBoundaryTitle(title) || signs.some(each => each.boundary)) return 'boundary'
  if (signs.some(each => each.withdrawal)) return 'withdrawal'
  if (/\bescalat/i.test(title) || signs.some(each => each.escalation)) return 'escalation'
  if (states(outline, 'limitation') || signs.some(each => each.limitation)) return 'limitation'
  if (signs.some(each => each.ask)) return 'ask'
  return signs.some(each => each.status) ? 'status' : 'answer'
})

function isBoundaryTitle(title: string): boolean {
  return (conduct.test(title) || namesBoundary.test(title)) && !/\breport/i.test(title)
}

/** The purposes that the sentences of a block are signs of; read once, for each rewrite is tried on the purpose too. */
const signsOf = known((block: OutlineBlock): Readonly<Partial<Record<Purpose, boolean>>> => {
  const sentences = sentencesIn(block)
  const says = (sign: RegExp) => sentences.some(text => sign.test(text) && !onlyIf.test(text))
  return {
    boundary: sentences.some(text => conduct.test(text) && yourConduct.test(text)),
    withdrawal: says(closing),
    escalation: says(passedOn),
    limitation: says(onlySome),
    ask: sentences.some(asks),
    status: says(underWay),
  }
})

function asks(text: string): boolean {
  if (courtesy.test(text)) return false
  return question.test(text) || (request.test(text) && !onlyIf.test(text))
}

/** The sentences of a reply, headings left out. */
export function sentencesOf({blocks}: Outline): readonly string[] {
  return blocks.flatMap(sentencesIn)
}

const sentencesIn = known(({kind, prose}: OutlineBlock): readonly string[] =>
  kind === 'heading' ? [] : sentenceSpans(prose).map(({start, end}) => prose.slice(start, end)),
)
