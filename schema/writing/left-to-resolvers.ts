/** Thrown where a document is left to the resolvers. */
export class LeftToResolvers extends Error {
  override readonly name: string = 'LeftToResolvers';
}

/** Thrown where they are asked for what one request wants, and another may not. */
export class LeftThisTime extends LeftToResolvers {
  override readonly name = 'LeftThisTime';
}
