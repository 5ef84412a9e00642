import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {peers} from './peers/index.ts'
import type {Peer} from './peers/peer.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The peers that can be measured. Installs them where one is missing; without a network Poise is measured alone. */
export function installedPeers(say: (line: string) => void): readonly Peer[] {
  if (!peers.every(isInstalled)) {
    say('Installing the peers: npm ci --prefix bench (about 210 MB, once).')
    const {status} = spawnSync(
      'npm',
      [
        'ci',
        '--prefix',
        folder,
        '--no-audit',
        '--no-fund',
        '--fetch-retries=1',
        '--fetch-retry-mintimeout=1000',
        '--fetch-retry-maxtimeout=3000',
      ],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      },
    )
    if (status !== 0) say('They could not be installed. Run “npm ci --prefix bench” when there is a network.')
  }
  const missing = peers.filter(peer => !isInstalled(peer))
  if (missing.length > 0) say(`Not measured, because not installed: ${missing.map(({name}) => name).join(', ')}.`)
  return peers.filter(isInstalled)
}

/** The version of a package of bench/node_modules. */
export function versionOf(name: string): string {
  const {version} = JSON.parse(readFileSync(manifestOf(name), 'utf8')) as {readonly version: string}
  return version
}

const manifestOf = (name: string): string => `${folder}node_modules/${name}/package.json`

const isInstalled = ({packages}: Peer): boolean => packages.every(name => existsSync(manifestOf(name)))
