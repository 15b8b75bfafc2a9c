import { createRandom, type Random } from '../record/random.ts';

const people = ['Ada Reyes', 'Otto Lind', 'Ida Moreau', 'Tom Hale', 'Nora Vance', 'Piet Sand'];
const offices = ['Mayor', 'Minister', 'Councillor', 'Judge'];
const bodies = ['the harbour office', 'the town council', 'the rail company', 'the dockers’ union'];
const things = ['the ferry', 'the old bridge', 'the night train', 'the fish market', 'the dam'];
const fates = [
  'would close in the spring',
  'had been paid for twice',
  'was safe for another ten years',
  'would be sold to the highest bidder',
];
const asides = [
  'It had rained all week, and nobody in the town knew why the lamps were off.',
  'A crowd waited outside until the doors were shut for the night.',
  'The last count was made eleven years ago, when the mill still ran.',
  'Nothing of it was written down, as is usual there.',
];

/** Articles of some 3,000 characters in which people and bodies say, deny and confirm; the same for the same number. */
export function articleToRead(number: number): string {
  const random = createRandom(number);
  const paragraphs = Array.from({ length: 12 }, () => paragraphOf(random));
  return `What was said of the harbour, part ${number}\n\n${paragraphs.join('\n\n')}\n`;
}

function paragraphOf(random: Random): string {
  const who = random.chance(0.6)
    ? `${random.pick(offices)} ${random.pick(people)}`
    : random.pick(bodies);
  const said = `${random.pick(things)} ${random.pick(fates)}`;
  const sentence = random.chance(0.4)
    ? `“${capital(said)},” ${who} ${random.pick(['said', 'insisted', 'warned'])} on Monday.`
    : `${capital(who)} ${random.pick(['said', 'denied', 'confirmed'])} on Monday that ${said}.`;
  return `${sentence} ${random.pick(asides)} ${random.pick(asides)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
