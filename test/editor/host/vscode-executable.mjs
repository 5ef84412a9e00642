#!/usr/bin/env node
/** Stands in for the VS Code executable: takes its command line for extension tests and runs them in the test host. */
import {register} from 'tsx/esm/api'

register()
const {runExtensionTests} = await import('./extension-run.ts')
process.exitCode = await runExtensionTests(process.argv.slice(2))
