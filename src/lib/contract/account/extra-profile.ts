// /api/my-account/extra-profile (ours): the catalogue's fields, as sign-up asks for them, with what the account has in them.
import { z } from 'zod';
import { profileField } from '../settings/profile-fields.ts';

const values = z.record(z.string().max(128), z.unknown());

/** GET: in the order of the page. `values` by the names of the fields; those of a group are objects. */
export const myExtraProfile = z.object({ fields: z.array(profileField), values });
export type MyExtraProfile = z.infer<typeof myExtraProfile>;

/** PATCH: all of the fields; one that is not named, or empty, is emptied. */
export const myExtraProfileBody = z.object({ values });
export type MyExtraProfileBody = z.infer<typeof myExtraProfileBody>;
