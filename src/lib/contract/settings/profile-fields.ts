// What sign-up may ask for besides identifiers: a catalogue of fields, and which of them are asked for.
import { z } from 'zod';

const text = z.string().min(1).max(256);
const label = { label: text.optional(), description: z.string().max(1024).optional() };
const placeholder = z.string().max(256).optional();
const bound = z.int().min(0).max(4096).optional();

const fieldName = z.string().regex(/^[A-Za-z0-9]{1,64}$/);
const base = { name: fieldName, ...label, required: z.boolean() };

const textConfig = z.object({ placeholder, minLength: bound, maxLength: bound });
const numberConfig = z.object({ placeholder, minValue: z.number().optional(), maxValue: z.number().optional() });
/** Values travel as ISO dates; the format is how a page shows them. */
const dateConfig = z.object({ placeholder, format: z.string().max(64), customFormat: z.string().max(64).optional() });
const option = z.object({ label: text.optional(), value: text });
const selectConfig = z.object({ placeholder, options: z.array(option).min(1).max(500) });
const regexConfig = z.object({ placeholder, format: z.string().min(1).max(256) });

/** Parts of an address or of a name: each is one text. */
const partOf = <Name extends string>(...names: [Name, ...Name[]]) =>
	z.object({
		parts: z
			.array(
				z.object({
					name: z.enum(names),
					enabled: z.boolean(),
					type: z.literal('Text').default('Text'),
					...label,
					required: z.boolean(),
					config: textConfig.optional()
				})
			)
			.min(1)
	});
export const addressParts = ['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'] as const;
export const fullnameParts = ['givenName', 'middleName', 'familyName'] as const;

/** Logto's field types, one schema each. */
export const profileField = z.discriminatedUnion('type', [
	z.object({ ...base, type: z.literal('Text'), config: textConfig.optional() }),
	z.object({ ...base, type: z.literal('Number'), config: numberConfig.optional() }),
	z.object({ ...base, type: z.literal('Date'), config: dateConfig.optional() }),
	z.object({
		...base,
		type: z.literal('Checkbox'),
		required: z.literal(false),
		config: z.object({ defaultValue: z.enum(['true', 'false']) }).optional()
	}),
	z.object({ ...base, type: z.literal('Select'), config: selectConfig }),
	z.object({ ...base, type: z.literal('Url'), config: z.object({ placeholder }).optional() }),
	z.object({ ...base, type: z.literal('Regex'), config: regexConfig }),
	z.object({ ...base, type: z.literal('Address'), config: partOf(...addressParts) }),
	z.object({ ...base, type: z.literal('Fullname'), config: partOf(...fullnameParts) })
]);
export type ProfileField = z.infer<typeof profileField>;

export const profileFieldSettings = {
	/** Ours: in Logto the catalogue is a resource of its own, and pages read it under this name. */
	customProfileFields: z.array(profileField).max(50).default([]),
	/** In the order of asking. Null: the whole catalogue. */
	signUpProfileFields: z
		.array(z.object({ name: fieldName }))
		.nullable()
		.default([])
};
