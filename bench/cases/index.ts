import type {Case} from './case.ts'
import {cold} from './cold.ts'
import {largeExport} from './export.ts'
import {growth} from './growth.ts'
import {keystrokes} from './keystrokes.ts'
import {long} from './long.ts'
import {start} from './start.ts'
import {warm} from './warm.ts'
import {workspace} from './workspace.ts'

/** All that is measured, in the order of the results. */
export const cases: readonly Case[] = [warm, keystrokes, largeExport, cold, start, workspace, long, growth]
