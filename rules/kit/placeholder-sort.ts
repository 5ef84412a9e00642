/** What a placeholder will be filled in with: a time, the customer's name, the writer's, an address to follow, a number to quote. */
export type PlaceholderSort = 'time' | 'name' | 'agent' | 'link' | 'reference'

const control =
  /^(?:\{%[-+~]?\s*(?:if|unless|else|elsif|elif|elseif|end|for|case|when|assign|set|include)|\{\{[-~]?\s*(?:[#/^>!]|(?:else|end|if|range|with)\b(?![.|]))|<\/?[#@])/i
/** A fallback or a format is not what the value is: “{{ first_name | fallback: "there" }}”, “{%customer.firstName,fallback=there%}”. */
const more = /[|?!,].*$/s

const time =
  /\b(?:time|times|date|day|days|eta|sla|deadline|hours?|weeks?|months?|minutes?|time ?frames?|timelines?|duration|due|interval|period|when|datetime|weekday|expir(?:y|ation))\b/
const past =
  /\b(?:creat\w*|order(?:ed)?|open(?:ed|ing)?|purchas\w*|submi\w*|receiv\w*|regist\w*|current|updat\w*|last|sent|paid|clos\w*|birth|first|spent|zone)\b(?: (?:on|at))? (?:date|time|day|hour|month|week)s?\b|\btimezone\b|\btime (?:spent|zone)\b|\b(?:date|day|time) (?:of )?(?:creat\w*|order\w*|open\w*|purchas\w*|submi\w*|receiv\w*|regist\w*|birth)|\bcreated?\b/
const reference =
  /\b(?:ticket|case|order|conversation|issue|invoice|tracking|booking|claim|incident|request|return|rma|reference|confirmation|transaction|shipment|task|account)\b.*\b(?:id|ids|number|no|nr|num|key|ref|code)\b|\breference\b|^(?:id|number|rma|ref)$/
const link = /\b(?:url|link|href|website|address url|uri)\b/
const agent =
  /\b(?:agent|assignee|assigned|staff|sender|from|signature|owner|rep|representative|teammate|operator|admin|current user|author user|my|your name|assigner|technician|csr)\b/
const named = /\b(?:name|names|first|last|full|firstname|lastname|fullname|surname|nickname|forename|salutation)\b/
/** Names of things. */
const thing =
  /\b(?:product|plan|company|organi[sz]ation|brand|team|dept|department|group|file|item|site|domain|account|mailbox|inbox|project|event|feature|field|service|store|shop|course|business|app|package|page|folder|tag|city|country|street|device|model|carrier|bank|drug|document)\b/
const person =
  /^(?:customer|client|user|patient|guest|member|author|issue author|recipient|contact|requester|reporter|poster)$/

/** Says it by the placeholder's own name; undefined where that tells nothing. */
export function placeholderSort(text: string): PlaceholderSort | undefined {
  if (control.test(text)) return undefined
  const name = text
    .slice(0, 200)
    .replace(/^[^\p{L}]+/u, '')
    .replace(more, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
  if (name === '') return undefined
  if (link.test(name)) return 'link'
  if (reference.test(name)) return 'reference'
  if (time.test(name)) return past.test(name) ? undefined : 'time'
  if (thing.test(name)) return undefined
  if (/^(?:signature|signoff|sign off)$/.test(name)) return 'agent'
  if (named.test(name)) return agent.test(name) && !/\brequester|customer\b/.test(name) ? 'agent' : 'name'
  if (person.test(name)) return 'name'
  return /^(?:agent|assignee|your name|staff|my name|ticket (?:agent|assignee|staff)|assigned staff)$/.test(name)
    ? 'agent'
    : undefined
}
