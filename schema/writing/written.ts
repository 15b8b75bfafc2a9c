import { textIn } from '../../db/read/byte-text.ts';

/** The data of an answer as the bytes of JSON text (db/read/byte-text.ts), ready to be sent. */
export class Written {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }

  get text(): string {
    return textIn(this.bytes);
  }
}
