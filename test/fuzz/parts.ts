/** What parts an input that consists of several texts. */
export const partSign = '␞'

/** The texts of an input. */
export const parts = (input: string): readonly string[] => input.split(partSign)
