// The catalogue of profile fields in the management API: Logto's resource over our settings.
import { z } from 'zod';
import { profileField } from './settings/profile-fields.ts';

export const profileFieldBody = profileField;
export type ProfileFieldBody = z.infer<typeof profileFieldBody>;
/** Its name is its id, and `sieOrder` its place in the catalogue, from 1. */
export const profileFieldAnswer = z.looseObject({
	id: z.string(),
	tenantId: z.literal('default'),
	name: z.string(),
	type: z.string(),
	label: z.string(),
	description: z.string().nullable(),
	required: z.boolean(),
	config: z.record(z.string(), z.unknown()),
	sieOrder: z.number()
});
export type ProfileFieldAnswer = z.infer<typeof profileFieldAnswer>;

/** POST /api/custom-profile-fields/properties/sie-order */
export const profileFieldOrder = z.object({
	order: z
		.array(z.object({ name: z.string().max(128), sieOrder: z.int().min(1).max(1000) }))
		.min(1)
		.max(50)
});
export type ProfileFieldOrder = z.infer<typeof profileFieldOrder>;
