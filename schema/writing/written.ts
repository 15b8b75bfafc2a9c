/** The data of an answer as JSON text, ready to be sent. */
export class Written {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
