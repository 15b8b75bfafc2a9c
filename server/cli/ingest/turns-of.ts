/** Does one thing after the other: what is urgent before everything else that waits. */
export class TurnsOf {
  readonly #waiting: (() => Promise<void>)[] = [];
  #isBusy = false;

  /** How many wait, or are at it. */
  get waiting(): number {
    return this.#waiting.length + Number(this.#isBusy);
  }

  take<Value>(work: () => Promise<Value>, isUrgent: boolean): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      const turn = () => work().then(resolve, reject);
      if (isUrgent) this.#waiting.unshift(turn);
      else this.#waiting.push(turn);
      if (!this.#isBusy) void this.#goOn();
    });
  }

  async #goOn(): Promise<void> {
    this.#isBusy = true;
    for (let turn = this.#waiting.shift(); turn; turn = this.#waiting.shift()) await turn();
    this.#isBusy = false;
  }
}
