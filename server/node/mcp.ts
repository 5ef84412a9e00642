import {type CallToolResult, McpServer, type StandardSchemaWithJSON} from '@modelcontextprotocol/server'
import {serveStdio} from '@modelcontextprotocol/server/stdio'
import {version} from '../../package.json'
import type {InputSchema} from '../assistants/input.ts'
import {answerOf, type Tool} from '../assistants/tool.ts'
import {tools} from '../assistants/tools.ts'
import {makeConfigs} from '../workspace/config.ts'
import {nodeFileSystem} from './file-system.ts'

const instructions =
  'Poise checks help-centre articles and replies to customers for phrases that make the customer push back, by the house style of a team. Check each draft with check_text before you show it, mend what it finds, and keep to the facts that you were given.'

/** Serves an assistant on the standard input and output until it closes them; the house style is that of `folder`. */
export function serveAssistant(folder: string): Promise<void> {
  return new Promise(resolve => {
    process.stdin.once('close', resolve)
    serveStdio(() => makeServer(folder), {onerror: error => void process.stderr.write(`${error.message}\n`)})
  })
}

function makeServer(folder: string): McpServer {
  const server = new McpServer({name: 'poise', title: 'Poise', version}, {capabilities: {tools: {}}, instructions})
  for (const tool of tools) {
    const {name, title, description, input} = tool
    const annotations = {readOnlyHint: true, idempotentHint: true, openWorldHint: false}
    server.registerTool(name, {title, description, annotations, inputSchema: asGiven(input)}, given =>
      resultOf(tool, given, folder),
    )
  }
  return server
}

async function resultOf(tool: Tool, given: unknown, folder: string): Promise<CallToolResult> {
  // Read anew for each call, so that a change of the house style holds at once.
  const configs = makeConfigs(nodeFileSystem, undefined, [folder])
  const {result, mistake} = await answerOf(tool, given, {folder, configs: () => configs})
  if (mistake !== undefined) return {isError: true, content: [{type: 'text', text: mistake}]}
  return {content: [{type: 'text', text: JSON.stringify(result)}]}
}

/** The schema as it is shown; the tool itself reads what it is given, and says in its own words what is wrong. */
function asGiven(schema: InputSchema): StandardSchemaWithJSON {
  const shown = () => ({...schema})
  return {
    '~standard': {
      version: 1,
      vendor: 'poise',
      validate: value => ({value}),
      jsonSchema: {input: shown, output: shown},
    },
  }
}
