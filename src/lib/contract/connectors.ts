// Connectors in the management API: Logto's objects, with the order and countries that are ours. Keys are never told.
import { z } from 'zod';

const localText = z.record(z.string(), z.string());
/** By language tag; `en` and `zh-CN` are there. */
export type LocalText = z.infer<typeof localText>;

/** One field of the form that a connector is set up with. */
export const connectorFormItem = z.object({
	key: z.string(),
	/** `Json` is edited as text; the form may do better where it knows how. */
	type: z.enum(['Text', 'Number', 'Switch', 'Select', 'Json']),
	label: localText,
	description: localText.optional(),
	placeholder: z.string().optional(),
	required: z.boolean(),
	/** Never read back: an untouched mask keeps what is stored. */
	isConfidential: z.boolean(),
	selectItems: z.array(z.object({ value: z.string(), title: z.string() })).optional(),
	defaultValue: z.unknown().optional(),
	help: z.string().optional()
});
export type ConnectorFormItem = z.infer<typeof connectorFormItem>;

const factory = {
	type: z.enum(['Sms', 'Email']),
	target: z.string(),
	name: localText,
	description: localText,
	platform: z.null(),
	formItems: z.array(connectorFormItem),
	/** Where the vendor says how to get what the form asks for. */
	readme: z.string()
};
export const connectorFactoryAnswer = z.object({ id: z.string(), isStandard: z.literal(false), ...factory });
export type ConnectorFactoryAnswer = z.infer<typeof connectorFactoryAnswer>;

/** ISO 3166-1 alpha-2 codes, for text messages; null serves every country. */
const countryCodes = z.array(z.string().regex(/^[A-Z]{2}$/)).min(1);
const countries = z
	.union([z.strictObject({ only: countryCodes }), z.strictObject({ except: countryCodes })])
	.nullable();
const config = z.record(z.string(), z.unknown());
const id = z.string().min(1).max(128);

export const connectorAnswer = z.object({
	id: z.string(),
	connectorId: z.string(),
	...factory,
	/** Keys are stars. */
	config,
	metadata: z.record(z.string(), z.unknown()),
	syncProfile: z.literal(false),
	enabled: z.boolean(),
	/** Of those that carry the same, the lowest is tried first. */
	priority: z.number(),
	countries: z.union([z.object({ only: z.array(z.string()) }), z.object({ except: z.array(z.string()) })]).nullable(),
	createdAt: z.number()
});
export type ConnectorAnswer = z.infer<typeof connectorAnswer>;

/** POST /api/connectors. Without `another` it replaces the one of the same kind of connector. */
export const newConnector = z.object({
	connectorId: id,
	config,
	countries: countries.optional(),
	another: z.boolean().optional()
});
export type NewConnectorBody = z.infer<typeof newConnector>;

/** PATCH /api/connectors/:id: what is named; the configuration is replaced whole. */
export const connectorChanges = z.object({
	config: config.optional(),
	countries: countries.optional(),
	enabled: z.boolean().optional()
});
export type ConnectorChangesBody = z.infer<typeof connectorChanges>;

/** PUT /api/connectors/order: of one kind of message; those that are not named follow as before. */
export const connectorOrder = z.object({ ids: z.array(id).min(1).max(50) });

/**
 * POST /api/connectors/:factoryId/test, where the path names the kind of connector. Masks in `config` stand for the
 * keys of the saved connector that `id` names, or of the first of its kind; without `config` it is tested as it is saved.
 */
export const connectorTest = z
	.object({
		phone: z.string().max(64).optional(),
		email: z.string().max(320).optional(),
		config: config.optional(),
		id: id.optional(),
		locale: z.string().max(35).optional()
	})
	.refine(({ phone, email }) => (phone === undefined) !== (email === undefined), 'name one of phone and email');
export type ConnectorTestBody = z.infer<typeof connectorTest>;
/** What the vendor calls the message that it accepted. */
export const connectorTestAnswer = z.object({ vendorId: z.string() });
