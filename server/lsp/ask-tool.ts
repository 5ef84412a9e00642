import {RequestType} from 'vscode-languageserver'
import {type Answer, answerOf} from '../assistants/tool.ts'
import {tools} from '../assistants/tools.ts'
import type {Session} from './session.ts'

/** What a client asks on behalf of an assistant. */
export interface ToolRequest {
  readonly tool: string
  readonly input: unknown
  /** The address of the folder whose house style holds; the first one of the workspace where it is not said. */
  readonly folder?: string
}

/** The request by which an assistant in the client asks for a tool. */
export const askToolRequest = new RequestType<ToolRequest, Answer, void>('poise/askTool')

/** Answers an assistant by the configuration as it stands in the editor. Never rejects. */
export async function askTool({host, configuration, folders}: Session, asked: ToolRequest): Promise<Answer> {
  const tool = tools.find(({name}) => name === asked.tool)
  if (tool === undefined) return {mistake: `Poise has no tool “${asked.tool}”.`}
  const named = asked.folder === undefined ? undefined : host.pathOf(asked.folder)
  // One for the whole call, though the configuration may be read anew meanwhile.
  const configs = configuration.configs()
  return answerOf(tool, asked.input, {folder: named ?? folders()[0], configs: () => configs})
}
