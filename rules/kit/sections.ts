import type {Outline, OutlineSection} from './types.ts'

/** The sections of a document: one where it is not kept in several. */
export function sectionsOf(outline: Outline): readonly OutlineSection[] {
  return outline.sections ?? [outline]
}
