// The short list that `start` and `dev` print: what to open first.
import { bold, faint } from './terminal.ts';

export type Opened = {
	origin: string;
	demo: boolean;
	/** Address of the sandbox, when it runs. */
	inbox: string | undefined;
	/** Signs the first administrator in, once. */
	consoleLink: string | undefined;
	/** One word or two beside the title. */
	note: string;
};

export function welcome({ origin, demo, inbox, consoleLink, note }: Opened): string {
	const places: [string, string, string][] = demo
		? [
				['Demo application', `${origin}/demo-app`, 'sign in with any phone number or email address'],
				...(inbox ? [['Inbox', inbox, 'the codes arrive here'] satisfies [string, string, string]] : []),
				['Studio', `${origin}/studio`, 'every screen in every state'],
				['Console', `${origin}/console`, 'applications, connectors, settings'],
				['Status', `${origin}/api/status`, '']
			]
		: [
				['Issuer', `${origin}/oidc`, ''],
				['Console', `${origin}/console`, 'the first time: foyer admin create, then foyer admin link'],
				['Status', `${origin}/api/status?ready=1`, '']
			];
	const first = consoleLink
		? ['', '  Sign in to the console for the first time (the link works once):', `  ${consoleLink}`]
		: [];
	const width = Math.max(...places.map(([, address]) => address.length));
	const lines = places.map(
		([name, address, remark]) =>
			`  ${name.padEnd(18)}${remark ? `${address.padEnd(width)}   ${faint(remark)}` : address}`
	);
	return [
		'',
		`  ${bold('Foyer is open')}  ${faint(note)}`,
		'',
		...lines,
		...first,
		'',
		faint('  Ctrl-C closes it.'),
		''
	].join('\n');
}

/** The failures of listening that people meet: mostly that somebody else is there. */
export function explainListening(error: unknown, name: 'PORT' | 'SANDBOX_PORT', port: number): string[] {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'EADDRINUSE') return [`port ${port} is in use`, `Choose another one: ${name}=${port + 10} npm start`];
	if (code === 'EACCES') return [`port ${port} needs more rights than we have`, `Choose one above 1023 with ${name}.`];
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
		return ['HOST is no address of this machine', 'Leave it out, or take 127.0.0.1 or 0.0.0.0.'];
	throw error;
}
