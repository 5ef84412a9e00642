import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import path from 'node:path'
import {test} from 'node:test'
import {bundledFiles} from '../../generate/bundled.ts'
import {extensionFiles, npmFiles} from './contents.ts'

const notices = readFileSync(path.join(import.meta.dirname, '../../THIRD-PARTY-NOTICES.txt'), 'utf8')
const bundles = await bundledFiles()
const products = {'the extension': extensionFiles(), 'the package for npm': npmFiles()}

for (const [product, files] of Object.entries(products)) {
  const shipped = bundles.filter(({file}) => files.includes(file))

  test(`${product} is built of few packages that we chose`, () => {
    const imported = new Set(shipped.flatMap(bundle => bundle.imported))
    assert.ok(imported.size > 5 && imported.size <= 12, [...imported].sort().join(', '))
  })

  test(`${product} comes with the licences of all that is in it`, () => {
    const packages = shipped.flatMap(bundle => bundle.packages)
    assert.ok(packages.length > 20)
    assert.deepEqual(
      packages.filter(({name, version, license}) => !notices.includes(`\n${name} ${version} (${license})\n`)),
      [],
    )
    assert.ok(files.includes('THIRD-PARTY-NOTICES.txt'))
  })
}

test('every licence lets the code be given on', () => {
  const free = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0'])
  const packages = bundles.flatMap(bundle => bundle.packages)
  assert.deepEqual(
    packages.filter(({license}) => !free.has(license)),
    [],
  )
})
