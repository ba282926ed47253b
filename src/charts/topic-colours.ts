/** Colours of topics: Tableau 20 without its greys, told apart on light and dark; after them they come again. */
const colours = [
  '#4e79a7',
  '#f28e2b',
  '#59a14f',
  '#e15759',
  '#76b7b2',
  '#b07aa1',
  '#9c755f',
  '#d4a6c8',
  '#499894',
  '#d37295',
  '#b6992d',
  '#86bcb6',
  '#a0cbe8',
  '#ffbe7d',
  '#8cd17d',
  '#ff9d9a',
];

/** The colour of a topic, by the place that it keeps from run to run. */
export const topicColour = (place: number): string => colours[place % colours.length]!;
