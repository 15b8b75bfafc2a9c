/** How a scenario went. */
export interface Run<Figures extends object = object> {
  readonly figures: Figures;
  /** Whatever was not as it has to be, a sentence each. */
  readonly faults: readonly string[];
}
