// Builds all and packs the extension as poise.vsix: npm run package
import path from 'node:path'
import {root, run} from './setup.mjs'

run(process.execPath, ['build.mjs'])
// The same sources give the same bytes, so that everybody can compare a package with what they build: nothing of it tells
// when or where it was made. The date is the first one that a zip can hold.
const env = {...process.env, SOURCE_DATE_EPOCH: '315532800', TZ: 'UTC'}
const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce')
run(process.execPath, [vsce, 'package', '--no-dependencies', '-o', 'poise.vsix'], {env})
