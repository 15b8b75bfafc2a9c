/** How many letters all texts in what is told have. */
export function lettersIn(answer: unknown): number {
  if (typeof answer === 'string') return answer.length;
  if (typeof answer !== 'object' || answer === null) return 0;
  let letters = 0;
  for (const part of Object.values(answer)) letters += lettersIn(part);
  return letters;
}
