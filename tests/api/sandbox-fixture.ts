// Opens a sandbox for one test and speaks to it as a caller and as a tester.
import { startSandbox, type SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { sendCall, signCall, sms, type Answer, type CallOptions } from './sandbox-signer.ts';

export const unlimited = { perMinute: Infinity, perHour: Infinity, perDay: Infinity, perNumberPerDay: Infinity };
/** Of the block that belongs to nobody, with no fixed outcome. */
export const phone = '13490000100';

export type InboxMessage = Record<string, unknown> & { at: number };
type Parameters = Record<string, string>;

export type OpenSandbox = {
	url: string;
	call(parameters: Parameters, options?: CallOptions): Promise<Answer>;
	text(to: string, more?: Parameters): Promise<Answer>;
	mail(more?: Parameters): Promise<Answer>;
	messages(query?: string): Promise<InboxMessage[]>;
	fault(fault: Record<string, unknown>): Promise<Response>;
	close(): Promise<void>;
};

const opened = new Set<OpenSandbox>();

/** Without limits on frequency, unless a test is about them. */
export async function openSandbox(options: Partial<SandboxOptions> = {}): Promise<OpenSandbox> {
	const { url, close } = await startSandbox({ port: 0, limits: unlimited, ...options });
	const call = (parameters: Parameters, options: CallOptions = {}) => sendCall(signCall(url, parameters, options));
	const sandbox: OpenSandbox = {
		url,
		call,
		text: (to, more = {}) => call(sms(to, more)),
		mail: (more = {}) => call({ ...mail, ...more }, { action: 'SingleSendMail', version: '2015-11-23', place: 'form' }),
		messages: async (query = '') => (await (await fetch(`${url}/_sandbox/messages?${query}`)).json()) as InboxMessage[],
		fault: (fault) => fetch(`${url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) }),
		close
	};
	opened.add(sandbox);
	return sandbox;
}

export async function closeSandboxes(): Promise<void> {
	await Promise.all([...opened].map((sandbox) => sandbox.close()));
	opened.clear();
}

const mail = {
	AccountName: 'no-reply@foyer.example',
	AddressType: '1',
	ReplyToAddress: 'false',
	ToAddress: 'Mei@Example.com',
	Subject: 'Your code',
	HtmlBody: '<style>b{color:red}</style><p>Use <b>482913</b> &amp; go on.</p>',
	FromAlias: 'Foyer'
};
