/** Keeps what is right from dividing by zero where it is next to nothing. */
const tiny = 1e-300;

/**
 * The slope of the loss along a candidate's score: its probability, less its share of what is right where it is right (cross
 * entropy over a softmax, where any right parent will do).
 * @param x the exponential of its score
 * @param all that of all candidates together
 * @param good that of the right ones
 */
export const slopeOf = (x: number, all: number, good: number, isRight: boolean): number =>
  x / all - (isRight ? x / Math.max(good, tiny) : 0);
