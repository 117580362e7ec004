// The form that a connector is set up with, made from the schema that checks its configuration: the two cannot differ.
import { z } from 'zod';
import type { ConnectorFormItem } from '../../contract/connectors.ts';
import { fieldWords } from './form-words.ts';

type Property = { type?: string; enum?: unknown[]; default?: unknown };

/** By name, so that a field which somebody forgot to mark is a secret rather than shown. */
const confidential = /secret|token|password|passphrase|credential(?!s$)|private|api_?key|authkey/i;

export function isConfidential(key: string): boolean {
	return confidential.test(key);
}

export function describeForm(schema: z.ZodType): ConnectorFormItem[] {
	const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
	return Object.entries(properties).map(([key, property]) =>
		describeField(key, property as Property, required.includes(key))
	);
}

function describeField(key: string, property: Property, required: boolean): ConnectorFormItem {
	const { label = { en: key, 'zh-CN': key }, ...words } = fieldWords[key] ?? {};
	const choices = property.enum?.map(String);
	return {
		key,
		type: choices ? 'Select' : typeOf(property),
		label,
		...words,
		required,
		isConfidential: isConfidential(key),
		...(choices && { selectItems: choices.map((value) => ({ value, title: value })) }),
		...(property.default !== undefined && { defaultValue: property.default })
	};
}

function typeOf({ type }: Property): ConnectorFormItem['type'] {
	if (type === 'string') return 'Text';
	if (type === 'boolean') return 'Switch';
	return type === 'number' || type === 'integer' ? 'Number' : 'Json';
}
