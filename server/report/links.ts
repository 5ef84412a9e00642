import {ownRulePage} from '../engine/rule-page.ts'
import {nameOf, pathInside} from '../workspace/path.ts'
import {isTeamRule} from '../workspace/team-rules.ts'
import {type Content, type Markup, markup} from './markup.ts'
import type {Place} from './summary.ts'

/** How a report leads its reader on: another way in a file than in an editor. */
export interface Links {
  /** A path as it is shown. */
  readonly shown: (path: string) => string
  readonly place: (place: Place, content: Content) => Markup
  readonly rule: (rule: string) => Markup
}

/** Links of a file that lies in the folder from which the paths count. */
export const fileLinks: Links = {
  shown: path => path,
  place: ({path, line}, content) => markup`<a href="${address(path)}#L${line}">${content}</a>`,
  rule: publishedRule,
}

/** Links of a file in the folder `from` to absolute paths. */
export function linksFrom(from: string, folders: readonly string[]): Links {
  return {
    ...fileLinks,
    shown: shownIn(folders),
    place: ({path, line}, content) => fileLinks.place({path: relativePath(from, path), line}, content),
  }
}

/** Links that a script follows: it opens the editor at the line, or the rule's page. `uriOf` gives a path's address. */
export function viewLinks(folders: readonly string[], uriOf: (path: string) => string): Links {
  return {
    shown: shownIn(folders),
    place: ({path, line}, content) => markup`<a href="#" data-uri="${uriOf(path)}" data-line="${line}">${content}</a>`,
    rule: rule => markup`<a href="#" data-rule="${rule}"><code>${rule}</code></a>`,
  }
}

function publishedRule(rule: string): Markup {
  const name = markup`<code>${rule}</code>`
  return isTeamRule(rule) ? name : markup`<a href="${ownRulePage(rule)}">${name}</a>`
}

/** A relative path as an address: nothing in a name can be taken for a scheme, a query or a fragment. */
function address(path: string): string {
  const encoded = path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  return encoded.startsWith('../') ? encoded : `./${encoded}`
}

/** A path as seen from its workspace folder, which is named where there are several. */
function shownIn(folders: readonly string[]): Links['shown'] {
  return path => {
    for (const folder of folders) {
      const inside = pathInside(folder, path)
      if (inside !== undefined) return folders.length > 1 ? `${nameOf(folder)}/${inside}` : inside
    }
    return path
  }
}

function relativePath(from: string, path: string): string {
  const folders = from.split('/').filter(part => part !== '')
  const parts = path.split('/').filter(part => part !== '')
  let same = 0
  while (same < folders.length && same < parts.length - 1 && folders[same] === parts[same]) same++
  return [...folders.slice(same).map(() => '..'), ...parts.slice(same)].join('/')
}
