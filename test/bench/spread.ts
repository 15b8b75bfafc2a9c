import { quantile } from './measure.ts';

/** A figure of all rounds. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spreadOf(figures: readonly number[]): Spread {
  return {
    median: quantile(figures, 0.5),
    least: Math.min(...figures),
    most: Math.max(...figures),
  };
}

/** The median and, in brackets, the least and the most. */
export function spreadText({ median, least, most }: Spread, digits = 2): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}
