// Connectors as the management API shows them, and their forms.
export type LocalText = Record<string, string>;

export type FormItem = {
	key: string;
	type: 'Text' | 'Number' | 'Switch' | 'Select' | 'Json';
	label: LocalText;
	description?: LocalText;
	placeholder?: string;
	required: boolean;
	isConfidential: boolean;
	selectItems?: { value: string; title: string }[];
	defaultValue?: unknown;
	help?: string;
};

export type Factory = {
	id: string;
	type: 'Sms' | 'Email';
	name: LocalText;
	description: LocalText;
	formItems: FormItem[];
	readme: string;
};

export type Config = Record<string, unknown>;
export type Connector = Omit<Factory, 'id'> & {
	id: string;
	connectorId: string;
	config: Config;
	enabled: boolean;
};

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
