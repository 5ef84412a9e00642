import type {Configs} from '../workspace/config.ts'
import {type InputSchema, Mistake, readInput} from './input.ts'

/** What a tool needs of the place it runs in. Of the disk it sees the configuration, and nothing else. */
export interface ToolHost {
  /** The folder whose house style holds: absolute, with forward slashes; undefined where there is none. */
  readonly folder: string | undefined
  readonly configs: () => Configs
}

/** Something that an assistant can ask for. */
export interface Tool {
  readonly name: string
  readonly title: string
  /** What it does and when to use it, said to the assistant. */
  readonly description: string
  readonly input: InputSchema
  /** Throws a Mistake where the assistant asked for something that can't be had. */
  readonly run: (input: Readonly<Record<string, string | number>>, host: ToolHost) => Promise<object>
}

/** What a tool answers: plain data, or what the assistant has to mend. */
export type Answer =
  | {readonly result: object; readonly mistake?: never}
  | {readonly mistake: string; readonly result?: never}

/** Runs a tool on what it was given. Never rejects: what fails is said. */
export async function answerOf(tool: Tool, given: unknown, host: ToolHost): Promise<Answer> {
  try {
    return {result: await tool.run(readInput(tool.input, given), host)}
  } catch (error) {
    if (error instanceof Mistake) return {mistake: error.message}
    return {
      mistake: `Poise failed on this (${error instanceof Error ? error.message : String(error)}). Please report it.`,
    }
  }
}
