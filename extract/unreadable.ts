/** Something that comes in as an article and can't be read as one. Its message is a sentence that says why. */
export class Unreadable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Unreadable';
  }
}
