// Connectors as the management API shows them, and their forms.
import type { ConnectorAnswer, ConnectorFactoryAnswer, ConnectorFormItem, LocalText } from '../contract/connectors.ts';

export type Connector = ConnectorAnswer;
export type FormItem = ConnectorFormItem;
/** Of a new one or of one that is there: what its form is made of. */
export type Factory = Pick<ConnectorFactoryAnswer, 'id' | 'type' | 'name' | 'description' | 'formItems' | 'readme'>;
export type Config = Record<string, unknown>;

export function inWords(text: LocalText | undefined, locale: string): string {
	return text?.[locale] ?? text?.en ?? '';
}

/** Aliyun's way to name a template: one code, or one for each part of the world. */
export type TemplateCode = string | { china?: string; overseas?: string };
export type Template = { usageType: string; templateCode: TemplateCode };
export const usageTypes = ['SignIn', 'Register', 'ForgotPassword', 'Generic'];

/** What a new form begins with: the defaults, and a line for each use of a template. */
export function emptyConfig({ formItems }: Factory): Config {
	const known = formItems.filter(({ defaultValue }) => defaultValue !== undefined);
	const config: Config = Object.fromEntries(known.map(({ key, defaultValue }) => [key, defaultValue]));
	if (formItems.some((item) => isTemplates(item) && item.required)) {
		config.templates = usageTypes.map((usageType) => ({ usageType, templateCode: '' }));
	}
	return config;
}

export function isTemplates({ key, type }: FormItem): boolean {
	return key === 'templates' && type === 'Json';
}

/** What was never filled in is left out: an empty text is no endpoint. */
export function filledConfig(config: Config): Config {
	return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== '' && value !== undefined));
}

/** The object that somebody has typed; undefined while it is none. */
export function parseConfig(text: string): Config | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Config) : undefined;
	} catch {
		return undefined;
	}
}
