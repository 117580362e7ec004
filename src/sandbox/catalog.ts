// The account that the sandbox plays: its key, signatures, templates and sender domains.

export type Credentials = {
	accessKeyId: string;
	accessKeySecret: string;
	signName: string;
	/** The mainland sign-in template. */
	templateCode: string;
};

export type Template = {
	code: string;
	/** Mainland templates refuse other countries, overseas templates refuse mainland numbers. */
	region: 'mainland' | 'overseas';
	/** Exactly one `${variable}`, as Aliyun's rules for verification templates demand. */
	content: string;
};

export type Catalog = {
	credentials: Credentials;
	signNames: string[];
	templates: Template[];
};

/** Aliyun's own pair for trying things out: it works only together. */
export const testSignName = '阿里云短信测试';
export const testTemplateCode = 'SMS_154950909';

const defaultCredentials: Credentials = {
	accessKeyId: 'foyer-sandbox-key',
	accessKeySecret: 'foyer-sandbox-secret',
	signName: 'Foyer演示',
	templateCode: 'SMS_400000001'
};

const otherTemplates: Template[] = [
	{
		code: 'SMS_400000002',
		region: 'mainland',
		content: '您正在注册账号，验证码为：${code}，5分钟内有效，请勿告诉他人。'
	},
	{
		code: 'SMS_400000003',
		region: 'mainland',
		content: '您正在重置密码，验证码为：${code}，5分钟内有效。如非本人操作，请忽略本短信。'
	},
	{
		code: 'SMS_400000004',
		region: 'mainland',
		content: '您的身份验证码为：${code}，5分钟内有效，请勿告诉他人。'
	},
	{
		code: 'SMS_400000011',
		region: 'overseas',
		content: '${code} is your sign-in code. It is valid for 5 minutes. Never share it.'
	},
	{
		code: 'SMS_400000012',
		region: 'overseas',
		content: '${code} is your code to create an account. It is valid for 5 minutes. Never share it.'
	},
	{
		code: 'SMS_400000013',
		region: 'overseas',
		content: '${code} is your code to reset your password. It is valid for 5 minutes. Not you? Ignore this message.'
	},
	{
		code: 'SMS_400000014',
		region: 'overseas',
		content: '${code} is your verification code. It is valid for 5 minutes. Never share it.'
	},
	{
		code: testTemplateCode,
		region: 'mainland',
		content: '您正在使用阿里云短信测试服务，体验验证码是：${code}，如非本人操作，请忽略本短信！'
	}
];

export function createCatalog(overrides: Partial<Credentials> = {}): Catalog {
	const credentials = { ...defaultCredentials, ...overrides };
	const signIn: Template = {
		code: credentials.templateCode,
		region: 'mainland',
		content: '您的登录验证码为：${code}，5分钟内有效，请勿告诉他人。'
	};
	return {
		credentials,
		signNames: [credentials.signName, testSignName],
		templates: [signIn, ...otherTemplates.filter((template) => template.code !== signIn.code)]
	};
}

/** Domains that the account is taken to have verified for mail: those that belong to nobody (RFC 2606, RFC 6761). */
export function isSenderDomain(domain: string): boolean {
	return /(^|\.)(example|test|localhost|example\.(com|net|org))$/i.test(domain);
}
