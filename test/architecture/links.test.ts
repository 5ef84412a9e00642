import assert from 'node:assert/strict'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {test} from 'node:test'
import {fileURLToPath} from 'node:url'
import {parser} from '@lezer/markdown'
import GithubSlugger from 'github-slugger'
import {rules} from '../../rules/index.generated.ts'
import {ownRulePage} from '../../server/engine/rule-page.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const published = `${manifest.homepage.replace(/#.*/, '')}/blob/main/`

/** The pages for people; the articles and replies of the examples link to nowhere on purpose. */
const pages = ['.', 'docs', 'docs/rules', 'bench', 'media/walkthrough'].flatMap(folder =>
  readdirSync(path.join(root, folder))
    .filter(name => name.endsWith('.md'))
    .map(name => path.posix.join(folder, name)),
)

interface Page {
  readonly links: readonly string[]
  readonly anchors: ReadonlySet<string>
}

const read = new Map<string, Page>()

/** The links of a page, and the anchors that others can link to. */
function pageAt(file: string): Page {
  const known = read.get(file) ?? readPage(readFileSync(path.join(root, file), 'utf8'))
  read.set(file, known)
  return known
}

function readPage(text: string): Page {
  const slugger = new GithubSlugger()
  const links: string[] = []
  const anchors = new Set([...text.matchAll(/<a id="([^"]+)">/g)].map(match => match[1] ?? ''))
  parser.parse(text).iterate({
    enter({name, from, to}) {
      if (name === 'URL') links.push(text.slice(from, to))
      if (/^ATXHeading/.test(name)) anchors.add(slugger.slug(plain(text.slice(from, to))))
    },
  })
  return {links: links.filter(link => !link.startsWith('mailto:')), anchors}
}

/** A heading as it is shown. */
function plain(heading: string): string {
  return heading
    .replace(/^#+\s*|[`*]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
}

/** Why a link leads nowhere, or undefined. What lies on other sites is not looked at: no test needs a network. */
function problemOf(page: string, link: string): string | undefined {
  if (/^https:/.test(link) && !link.startsWith(published)) return undefined
  if (/^[a-z]+:/.test(link) && !link.startsWith(published)) return 'is not https'
  const [target = '', anchor] = link.replace(published, '/').split('#')
  const file =
    target === ''
      ? page
      : target.startsWith('/')
        ? target.slice(1)
        : path.posix.join(path.posix.dirname(page), decodeURIComponent(target))
  if (!existsSync(path.join(root, file))) return 'names no file'
  if (anchor !== undefined && !pageAt(file).anchors.has(anchor)) return 'names no heading'
  return undefined
}

test('every link of every page leads to a file, and to a heading where it names one', () => {
  const dead = pages.flatMap(page =>
    pageAt(page).links.flatMap(link => {
      const problem = problemOf(page, link)
      return problem === undefined ? [] : [`${page}: ${link} ${problem}`]
    }),
  )
  assert.deepEqual(dead, [])
  assert.ok(pages.includes('README.md') && pages.length > rules.length)
})

test('the page that a finding links to is there', () => {
  const dead = rules.filter(({id}) => problemOf('README.md', ownRulePage(id)) !== undefined)
  assert.deepEqual(dead, [])
})
