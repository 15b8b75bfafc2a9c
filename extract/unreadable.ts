/** Something that comes in as an article and can't be read as one. Its message is a sentence that says why. */
export class Unreadable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A page that can be read, and that has no article on it. */
export class NoArticle extends Unreadable {}
