/** Loads a package of bench/node_modules as far as `Module` describes it: it is installed on demand, so its own types may be missing. */
export async function loaded<Module>(name: string): Promise<Module> {
  return (await import(name)) as Module
}
