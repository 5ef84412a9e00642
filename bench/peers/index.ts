import {alex} from './alex.ts'
import {cspell} from './cspell.ts'
import {harper} from './harper.ts'
import {markdownlint} from './markdownlint.ts'
import type {Peer} from './peer.ts'
import {retext} from './retext.ts'
import {textlint} from './textlint.ts'
import {writeGood} from './write-good.ts'

/** What Poise is measured beside, in the order of the results. */
export const peers: readonly Peer[] = [writeGood, cspell, markdownlint, retext, textlint, alex, harper]
