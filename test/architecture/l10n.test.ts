import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {test} from 'node:test'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
const readRecord = (name: string): Record<string, string> => JSON.parse(read(name))
const manifest = read('package.json')
const english = readRecord('package.nls.json')

/** The languages beside English, by the files of the manifest's texts. */
const languages = readdirSync(root).flatMap(name => /^package\.nls\.(.+)\.json$/.exec(name)?.[1] ?? [])

interface Source {
  readonly name: string
  readonly text: string
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.ts'))
    .map(name => ({name: `${folder}/${name}`, text: read(`${folder}/${name}`)}))
}

const client = sourcesIn('client')
const server = sourcesIn('server/lsp')

/** A call of the client’s `l10n.t` or the server’s `t`, up to the end of its text where that is a plain string. */
const call = /(?<![\w$.])(?:(?:vscode\.)?l10n\.t|(?:(?:session\.)?client\.)?t)\(\s*('(?:[^'\\\n]|\\.)*'\s*[,)])?/g

/** The texts of all calls; and the calls that no translation can be found for. */
function textsOf(sources: readonly Source[]): {readonly texts: readonly string[]; readonly strays: readonly string[]} {
  const calls = sources.flatMap(({name, text}) => [...text.matchAll(call)].map(found => ({name, text, found})))
  const strays = calls.filter(({found}) => found[1] === undefined)
  return {
    texts: calls.flatMap(({found: [, quoted]}) => (quoted === undefined ? [] : [unquoted(quoted)])),
    strays: strays.map(({name, text, found}) => `${name}: ${text.slice(found.index, found.index + 60)}`),
  }
}

const unquoted = (quoted: string): string =>
  quoted.slice(1, quoted.lastIndexOf("'")).replace(/\\(.)/g, (_, sign) => (sign === 'n' ? '\n' : sign))

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort()
/** What a person can click or follow in a text of the manifest. */
const links = (text: string): readonly string[] => (text.match(/\(command:[\w.]+\)|`#[\w.]+#`/g) ?? []).sort()

test('every text of the manifest is in each language, and no other', () => {
  const asked = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''))
  assert.ok(asked.size > 70 && languages.includes('de'))
  assert.deepEqual(Object.keys(english).sort(), [...asked].sort())
  for (const language of languages) {
    const own = readRecord(`package.nls.${language}.json`)
    assert.deepEqual(Object.keys(own).sort(), Object.keys(english).sort(), language)
    for (const [key, text] of Object.entries(english)) {
      assert.ok(own[key]?.trim(), key)
      assert.deepEqual(links(own[key] ?? ''), links(text), `${language}: ${key}`)
    }
  }
})

test('the manifest says nothing to a person in one language alone', () => {
  const {contributes} = JSON.parse(manifest)
  const {commands, configuration, views, viewsWelcome, walkthroughs, taskDefinitions, languageModelTools} = contributes
  // What the tools say to a model is English, as the texts are that it is about.
  const tools = languageModelTools.map(({displayName, userDescription}: Record<string, string>) => [
    {label: displayName, description: userDescription},
  ])
  const fields = /^(?:title|name|label|(?:markdownD|d)escription|contents|altText|patternErrorMessage)$/
  const lists = /^(?:enumItemLabels|(?:markdownE|e)numDescriptions)$/
  const plain: string[] = []
  JSON.stringify(
    [commands, configuration.properties, views, viewsWelcome, walkthroughs, taskDefinitions, tools],
    (key, value) => {
      const said = fields.test(key) ? [value] : lists.test(key) ? value : []
      for (const each of said) if (typeof each === 'string' && !/^%[^%]+%$/.test(each)) plain.push(each)
      return value
    },
  )
  assert.deepEqual(plain, [])
})

test('every text of the client and the server is in each language with its placeholders, and no other', () => {
  const all = [textsOf(client), textsOf(server)]
  assert.deepEqual(
    all.flatMap(({strays}) => strays),
    [],
  )
  assert.ok(all.every(({texts}) => texts.length > 30))
  const asked = new Set(all.flatMap(({texts}) => texts))
  for (const language of languages) {
    const bundle = readRecord(`l10n/bundle.l10n.${language}.json`)
    assert.deepEqual(Object.keys(bundle).sort(), [...asked].sort(), language)
    for (const [text, said] of Object.entries(bundle)) assert.deepEqual(placeholders(said), placeholders(text), text)
  }
})

test('a command that a text names is called so in that language', () => {
  const named = /(?:[“„]|\*\*)Poise: ([^“”*{]+)(?:[“”]|\*\*)/g
  const wrong = ['', ...languages.map(language => `.${language}`)].flatMap(suffix => {
    const texts = readRecord(`package.nls${suffix}.json`)
    const titles = new Set(Object.entries(texts).flatMap(([key, text]) => (key.startsWith('command.') ? [text] : [])))
    const said = suffix === '' ? textsOf(client).texts : Object.values(readRecord(`l10n/bundle.l10n${suffix}.json`))
    const names = [...Object.values(texts), ...said].flatMap(text => [...text.matchAll(named)].map(([, name]) => name))
    assert.ok(names.length > 5, suffix)
    return names.filter(name => name !== undefined && !titles.has(name))
  })
  assert.deepEqual(wrong, [])
})

test('what the client shows a person goes through the translations', () => {
  const shows =
    /(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|showWorkspaceFolderPick|createWebviewPanel\(viewType,|\b(?:title|prompt|placeHolder|tooltip|detail):)[\s({]*(["'`]\p{L}.*)/gu
  const plain = client.flatMap(({name, text}) => [...text.matchAll(shows)].map(([, said]) => `${name}: ${said}`))
  assert.deepEqual(plain, [])
})

test('what the server shows a person goes through the translations', () => {
  const shows = /\b(?:title|label|message)(?::| =)\s*(?:[^'"`,;{}]*\?\s*)?(["'`]\p{Lu}.*)/gu
  // A name is no text; and what is wrong with a text is said in English, as the text is.
  const plain = server
    .flatMap(({name, text}) => [...text.matchAll(shows)].map(([, said]) => `${name}: ${said}`))
    .filter(each => !/: (?:['`]Poise['`:]|`Not checked: the document is larger)/.test(each))
  assert.deepEqual(plain, [])
})
