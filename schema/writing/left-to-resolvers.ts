/** Thrown where a document, or what a request asks of it, is left to the resolvers: it says what for. */
export class LeftToResolvers extends Error {
  override readonly name = 'LeftToResolvers';
}
