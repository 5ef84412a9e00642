/** A field of what a tool is given, as a fragment of JSON schema. */
export type Field = {readonly description: string} & (
  | {readonly type: 'string'; readonly maxLength: number; readonly enum?: readonly string[]}
  | {readonly type: 'integer'; readonly minimum: number; readonly maximum: number}
)

/** What a tool is given, as JSON schema. */
export interface InputSchema {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, Field>>
  readonly required: readonly string[]
  readonly additionalProperties: false
}

/** Something that an assistant has to mend in what it asked, said in a sentence. */
export class Mistake extends Error {}

/** The given fields, each as its schema says. Throws a Mistake where one is missing, unknown or of another form. */
export function readInput(
  {properties, required}: InputSchema,
  given: unknown,
): Readonly<Record<string, string | number>> {
  if (given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given)))
    throw new Mistake('The input is an object with named fields.')
  const fields = Object.entries(given ?? {}).filter(([, value]) => value !== undefined && value !== null)
  for (const name of required)
    if (!fields.some(([field]) => field === name)) throw new Mistake(`“${name}” is missing. Give it.`)
  return Object.fromEntries(
    fields.map(([name, value]) => {
      const field = Object.hasOwn(properties, name) ? properties[name] : undefined
      if (field === undefined)
        throw new Mistake(`There is no field “${name}”. Use ${Object.keys(properties).join(', ')}.`)
      return [name, readField(name, field, value)]
    }),
  )
}

function readField(name: string, field: Field, value: unknown): string | number {
  if (field.type === 'integer') {
    const {minimum, maximum} = field
    if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum) return value
    throw new Mistake(`“${name}” is a whole number from ${minimum} to ${maximum}.`)
  }
  if (typeof value !== 'string') throw new Mistake(`“${name}” is a string.`)
  if (value.length > field.maxLength)
    throw new Mistake(`“${name}” has ${value.length} characters, and the most is ${field.maxLength}. Give it in parts.`)
  if (field.enum !== undefined && !field.enum.includes(value))
    throw new Mistake(`“${name}” is one of ${field.enum.join(', ')}.`)
  return value
}
