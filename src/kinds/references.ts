import { z } from 'zod';

/** The fields that name entries of another list by their ids: the file of that list, without `.yaml`. */
export const references = z.registry<{ refersTo: string }>();

/** The id of an entry of another file. */
export const idIn = (refersTo: string) => z.string().register(references, { refersTo });
