type Schema = Readonly<Record<string, unknown>>

/** What of `value` is not as a JSON schema says; knows the keywords that report.schema.json uses, and throws at any other. */
export function mismatches(value: unknown, schema: Schema, root: Schema = schema, at = '$'): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, rule]): readonly string[] => {
    if (['$schema', '$defs', 'title', 'description'].includes(keyword)) return []
    if (keyword === '$ref') return mismatches(value, definition(root, String(rule)), root, at)
    if (keyword === 'const') return value === rule ? [] : [`${at} is not ${rule}`]
    if (keyword === 'enum') return Array.isArray(rule) && rule.includes(value) ? [] : [`${at}: ${value} is not allowed`]
    if (keyword === 'type') return isOfType(value, String(rule)) ? [] : [`${at} is not of type ${rule}`]
    if (keyword === 'minimum') return Number(value) >= Number(rule) ? [] : [`${at} is below ${rule}`]
    if (keyword === 'maximum') return Number(value) <= Number(rule) ? [] : [`${at} is above ${rule}`]
    if (keyword === 'items')
      return Array.isArray(value)
        ? value.flatMap((item, index) => mismatches(item, schemaOf(rule), root, `${at}[${index}]`))
        : []
    if (keyword === 'required')
      return Array.isArray(rule)
        ? rule.filter(key => !Object.hasOwn(schemaOf(value), key)).map(key => `${at}.${key} is missing`)
        : []
    if (keyword === 'properties') {
      return Object.entries(schemaOf(rule)).flatMap(([key, inner]) =>
        Object.hasOwn(schemaOf(value), key)
          ? mismatches(schemaOf(value)[key], schemaOf(inner), root, `${at}.${key}`)
          : [],
      )
    }
    if (keyword === 'additionalProperties' && rule === false) {
      return Object.keys(schemaOf(value))
        .filter(key => !Object.hasOwn(schemaOf(schema['properties']), key))
        .map(key => `${at}.${key} is unknown`)
    }
    throw new Error(`The keyword ${keyword} is not known here`)
  })
}

function definition(root: Schema, ref: string): Schema {
  return schemaOf(schemaOf(root['$defs'])[ref.replace('#/$defs/', '')])
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}

function schemaOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null ? (value as Schema) : {}
}
