// Words about connectors.
import { configFlaws } from './config-flaws.ts';
import { connectorHints } from './connector-hints.ts';

export const connectors = {
	title: 'Connectors',
	lead: 'What carries the codes: text messages and mail. The first one is tried first; the next one takes over when it fails.',
	kinds: { Sms: 'Text messages', Email: 'Mail' },
	noneTitle: { Sms: 'No text messages yet', Email: 'No mail yet' },
	none: {
		Sms: 'Set one up, and people can sign in by phone number.',
		Email: 'Set one up, and people can sign in by email address.'
	},
	setUp: 'Set up',
	setUpOne: (name: string) => `Set up ${name}`,
	add: 'Set up a connector',
	off: 'Off',
	on: 'On',
	up: (name: string) => `Try ${name} earlier`,
	down: (name: string) => `Try ${name} later`,
	readme: 'How to get what the form asks for',
	parameters: 'Parameter configuration',
	views: { form: 'Form', json: 'JSON' },
	json: 'Configuration as JSON',
	jsonHint: 'The same as the form: what you change here shows there.',
	jsonBroken: 'This is no JSON object. The form keeps what it had.',
	flaws: configFlaws,
	hints: connectorHints,
	keep: 'Stays as it is stored unless you type another one.',
	templates: 'Templates',
	usage: 'Used for',
	usages: {
		SignIn: 'Sign in',
		Register: 'Sign up',
		ForgotPassword: 'Forgot password',
		Generic: 'Everything else'
	} as Record<string, string>,
	templateCode: 'Template code',
	templateCodeOf: (usage: string) => `Template code: ${usage}`,
	templateCodeHint: 'For mainland China. An overseas code beside it serves other countries.',
	overseas: 'Overseas',
	overseasOf: (usage: string) => `Overseas template code: ${usage}`,
	save: 'Save and done',
	saved: 'Saved. Codes go out through it from now on.',
	testTitle: 'Send a test code',
	testLead: 'One real message with the code 000000, through what the form says now. Nothing needs to be saved first.',
	testPhone: 'Phone number',
	testPhoneHint: 'With + and country code, as in +86 138 0013 8000.',
	testEmail: 'Email address',
	send: 'Send',
	sent: (id: string) => `On its way. The provider calls it ${id}.`,
	answer: 'The provider’s answer:',
	remove: 'Remove connector',
	removeTitle: (name: string) => `Remove ${name}?`,
	removeLead: 'Ways of signing in that need it stop working at once.',
	turnOn: 'Turn on',
	turnOff: 'Turn off',
	next: 'Now choose who signs in by it:'
};
