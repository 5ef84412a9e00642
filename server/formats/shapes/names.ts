import type {MapValue, TextValue} from '../values/value.ts'
import {isBlank} from './text.ts'

const ranks = (names: string): ReadonlyMap<string, number> =>
  new Map(names.split(' ').map((name, rank) => [name, rank]))

const titleRanks = ranks(
  'title name label subject shortcode shortcut trigger macroname templatename masterlabel abbreviation key',
)
const htmlRanks = ranks(
  'bodyhtml contenthtml htmlbody htmlcontent html htmlvalue messagehtml texthtml replyhtml responsehtml',
)
const bodyRanks = ranks(
  'content body text message macro comment response reply answer template value bodytext contenttext cannedresponse replytext macrotext textbody replace snippet',
)

const groupNames = new Set(
  (
    'macros macro replies reply savedreplies cannedresponses cannedresponse cannedreplies responses templates template ' +
    'emailtemplates quickreplies quicktexts snippets texts textmodules messages items item data results records payload ' +
    'categories category folders folder groups sections matches subcategories subfolders children embedded answers entries rows comments'
  ).split(' '),
)

/** What shows that an entry is a page, a review, a person, a product or code: nothing that somebody sends to a customer. */
const alienNames = new Set(
  (
    'url htmlurl href permalink slug link links uri path file filename location author authors user username avatar image img ' +
    'imageurl photo icon logo button cta date published pubdate publishedat createdutc rating stars company role position job ' +
    'price sku isbn lat lng line column rule ruleid severity version license homepage schema prefix scope sha commit ' +
    'options choices question from to sender recipient priority queue score tweet verse chapter genre year country'
  ).split(' '),
)

/** A name of a file's field in one spelling: `Body HTML`, `body_html` and `bodyHtml` are the same. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[_\-\s]/g, '')

/** Whether a name is one under which files keep lists of replies or of groups of them. */
export const isGroupName = (name: string): boolean => groupNames.has(plainName(name))

/** Whether a name is one that no reply has. */
export const isAlienName = (name: string): boolean => alienNames.has(plainName(name))

/** Whether a name is one of the usual ones for a reply's text. */
export const isBodyName = (name: string): boolean => bodyRanks.has(plainName(name)) || htmlRanks.has(plainName(name))

/** Whether a name is one of the usual ones for a reply's title. */
export const isTitleName = (name: string): boolean => titleRanks.has(plainName(name))

/** The title and the text of an entry, found by their usual names; of an HTML and a plain text the HTML one. */
export interface Named {
  readonly title?: TextValue
  readonly body?: TextValue
  readonly as?: 'html'
}

/** Finds an entry's title and text by their usual names. */
export function namedIn(item: MapValue): Named {
  const title = bestOf(item, titleRanks)
  const html = bestOf(item, htmlRanks)
  const body = html ?? bestOf(item, bodyRanks)
  return {...(title && {title}), ...(body && {body}), ...(html && {as: 'html' as const})}
}

function bestOf(item: MapValue, names: ReadonlyMap<string, number>): TextValue | undefined {
  let best: TextValue | undefined
  let least = Number.POSITIVE_INFINITY
  for (const {key, value} of item.entries) {
    const rank = names.get(plainName(key))
    if (rank === undefined || rank >= least || value.type !== 'text' || isBlank(value)) continue
    best = value
    least = rank
  }
  return best
}
