// PATCH /api/sign-in-exp: the named fields only. Whether they fit is decided with those that stay: `write-settings.ts`.
import { z } from 'zod';
import { settings } from './settings.ts';

/** Documented field by field, and nothing of it required: what is an object is merged one level deep. */
const { properties = {} } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' });

export const settingsChanges = z.record(z.string(), z.unknown()).meta({
	properties: Object.fromEntries(
		Object.entries(properties).map(([name, field]) => [name, typeof field === 'object' ? withoutNeeds(field) : field])
	)
});

function withoutNeeds<Field extends object>(field: Field): Field {
	return { ...field, required: undefined, default: undefined };
}
