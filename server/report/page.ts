import {fileLinks, type Links} from './links.ts'
import {byRule, frequentPhrases, worstDocuments} from './lists.ts'
import {type Content, type Markup, markup, styleMarkup} from './markup.ts'
import {byKind, byPrinciple, distribution, headline, mendFirst} from './overview.ts'
import {fileColours, style, viewColours} from './style.ts'
import type {ReportSummary} from './summary.ts'
import {counted, day, whole} from './wording.ts'

/** The report as a file that stands for itself: nothing is loaded, and nothing in it runs. */
export function filePage(summary: ReportSummary, nonce: string, links: Links = fileLinks): string {
  return page({
    title: `Poise report: ${summary.title}`,
    policy: `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`,
    nonce,
    colours: fileColours,
    body: markup`<body>${contents(summary, links)}</body>`,
  })
}

/** How an editor frames the report. */
export interface View {
  readonly nonce: string
  /** The address of the script that follows links, and remembers. */
  readonly script: string
  readonly links: Links
  /** Whether a workspace is open: without one there is nothing to scan. */
  readonly hasFolder: boolean
  /** Whether a scan is on its way. */
  readonly busy: boolean
}

/** The report as a view of an editor, or a word on how to come by one. */
export function viewPage(summary: ReportSummary | undefined, view: View): string {
  const {nonce, script, links, hasFolder, busy} = view
  const words = !hasFolder ? noFolder : busy ? reading : 'This workspace was not scanned yet.'
  const body = summary === undefined ? empty(words, 'Your help centre at a glance') : contents(summary, links)
  return page({
    title: 'Poise report',
    policy: `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`,
    nonce,
    colours: viewColours,
    body: markup`<body data-summary="${summary && JSON.stringify(summary)}">${hasFolder && !busy && tools(summary)}${body}<script nonce="${nonce}" src="${script}"></script></body>`,
  })
}

function tools(summary: ReportSummary | undefined): Markup {
  const scan = summary === undefined ? 'Scan the workspace' : 'Scan again'
  const save = summary !== undefined && summary.all.documents > 0
  return markup`<div class="tools"><button type="button" data-command="scan">${scan}</button>${save && markup`<button type="button" class="second" data-command="save">Save as HTML…</button>`}<span role="status" data-busy="${reading}"></span></div>`
}

const reading = 'Poise is reading every article and macro.'
const noFolder =
  'Open the folder that holds your articles and macros with File > Open Folder, and show the report again.'

interface Page {
  readonly title: string
  readonly policy: string
  readonly nonce: string
  readonly colours: string
  readonly body: Markup
}

function page({title, policy, nonce, colours, body}: Page): string {
  return markup`${{html: '<!doctype html>'}}
<html lang="en-GB"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style nonce="${nonce}">${styleMarkup(colours + style)}</style></head>
${body}
</html>
`.html
}

function contents(summary: ReportSummary, links: Links): Markup {
  if (summary.all.documents === 0) return empty(nothingRead(summary), summary.title, leftOut(summary))
  const sections = [
    mendFirst(summary, links),
    byPrinciple(summary),
    distribution(summary),
    worstDocuments(summary, links),
    frequentPhrases(summary, links),
    byKind(summary),
    byRule(summary, links),
  ]
  return markup`<main>${masthead(summary)}${headline(summary)}${summary.all.findings > 0 && sections}${leftOut(summary)}${howToRead()}</main>`
}

function masthead({title, date}: Pick<ReportSummary, 'title' | 'date'>): Markup {
  return markup`<header><p class="kicker">Poise report<span>${day(date)}</span></p><h1><bdi>${title}</bdi></h1></header>`
}

function nothingRead({foreign}: ReportSummary): string {
  return foreign > 0
    ? 'None of the documents here is in English, so none was checked.'
    : 'There is no article or macro here. Poise reads Markdown, and the exports and templates whose form it knows; "macros" and "shapes" in .poise.json can name more.'
}

function empty(words: string, title: string, more?: Content): Markup {
  return markup`<main class="empty"><header><p class="kicker">Poise report</p><h1><bdi>${title}</bdi></h1></header><p class="lead">${words}</p>${more}</main>`
}

function leftOut({foreign, skipped, notes}: ReportSummary): Markup {
  const lines = [
    ...(foreign > 0
      ? [`${counted(foreign, 'document')} ${foreign === 1 ? 'is' : 'are'} not in English, and so not checked.`]
      : []),
    ...(skipped > 0
      ? [
          `${skipped === 1 ? 'One file, folder or link was' : `${whole(skipped)} files, folders or links were`} left out.`,
        ]
      : []),
    ...notes,
  ]
  if (lines.length === 0) return markup``
  return markup`<section aria-labelledby="left-out"><h2 id="left-out">What is not in these figures</h2><ul class="notes">${lines.map(line => markup`<li>${line}</li>`)}</ul></section>`
}

function howToRead(): Markup {
  return markup`<section class="reading" aria-labelledby="reading"><h2 id="reading">How to read this</h2>
<p>The risk of a document counts the phrases and gaps that Poise knows, by how sure their rules are, from 0 (none known) to 100. It is no probability: it says where to look first, and not what a customer will do. Poise calls a risk under 20 calm, one under 50 worth watching, and one from 50 on likely to invite pushback.</p>
<p>What a mended rule does to the mean is worked out for each rule alone, so the gains of two rules don’t add up exactly.</p></section>`
}
