// Recipients with a fixed outcome, so that every answer of Aliyun can be met without setting anything up.
import { mailCodes, receiptCodes, smsCodes } from './scenario-codes.ts';
import type { Disturbance } from './disturbance.ts';

export type Scenario = {
	/** Last two digits of a number of a scenario block; mail addresses alone when absent. */
	number?: string;
	/** Local part of a mail address at `scenario.test`. */
	name: string;
	sms?: Disturbance;
	/** Where the mail service has no such answer the address is an ordinary one. */
	mail?: Disturbance;
};

const html = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

function limit(message: string): Disturbance {
	return { code: 'isv.BUSINESS_LIMIT_CONTROL', message };
}

function both(number: string, name: string, disturbance: Disturbance): Scenario {
	return { number, name, sms: disturbance, mail: disturbance };
}

/** What testers ask for most, each with words of its own on the inbox page. */
export const commonScenarios: Scenario[] = [
	both('01', 'never-delivered', { undelivered: true }),
	{ number: '02', name: 'minute-limit', sms: limit('触发分钟级流控Permits:1'), mail: { code: 'InvalidSendMail.Spam' } },
	{ number: '03', name: 'hour-limit', sms: limit('触发小时级流控Permits:5') },
	{ number: '04', name: 'day-limit', sms: limit('触发天级流控Permits:10') },
	{
		number: '05',
		name: 'bad-recipient',
		sms: { code: 'isv.MOBILE_NUMBER_ILLEGAL' },
		mail: { code: 'InvalidToAddress' }
	},
	{ number: '06', name: 'no-balance', sms: { code: 'isv.AMOUNT_NOT_ENOUGH' } },
	{ number: '07', name: 'account-cap', sms: { code: 'isv.DAY_LIMIT_CONTROL' } },
	{ number: '08', name: 'system-error', sms: { code: 'isp.SYSTEM_ERROR' }, mail: { code: 'InternalServiceError' } },
	{ number: '09', name: 'no-permission', sms: { code: 'isp.RAM_PERMISSION_DENY' }, mail: { code: 'Forbidden.RAM' } },
	both('10', 'throttled', { code: 'Throttling.User' }),
	both('11', 'unavailable', { code: 'ServiceUnavailable' }),
	both('12', 'internal-error', { code: 'InternalError' }),
	both('13', 'bad-gateway', { html }),
	both('14', 'slow', { delayMs: 3000 }),
	both('15', 'hanging', { delayMs: 30_000 }),
	both('16', 'late-delivery', { deliverAfterMs: 20_000 }),
	both('17', 'accepted-then-dropped', { acceptThenDrop: true }),
	both('18', 'reset', { reset: true })
];

/** One number for each code of Aliyun's that is not above, and one for each way in which a receipt can fail. */
export const codeScenarios: Scenario[] = [
	...Object.entries(smsCodes).map(([number, code]) => ({ number, name: toName(code), sms: { code } })),
	...Object.entries(receiptCodes).map(([number, receipt]) => ({
		number,
		name: `receipt-${toName(receipt)}`,
		sms: { undelivered: true, receipt }
	})),
	...Object.entries(mailCodes).map(([name, code]) => ({ name, mail: { code } }))
];

export const scenarios: Scenario[] = [...commonScenarios, ...codeScenarios];

const byNumber = new Map(scenarios.map((scenario) => [scenario.number, scenario]));
const byName = new Map(scenarios.map((scenario) => [scenario.name, scenario]));

/** `isv.SMS_SIGN_ILLEGAL` → `isv-sms-sign-illegal`. */
function toName(code: string): string {
	return code.toLowerCase().replaceAll(/[._]/g, '-');
}

/**
 * +86 134 9000 00NN and +1 202 555 01NN. 134 9 was given to satellite terminals, not to subscribers of mobile networks;
 * 555 01xx is kept for fiction in North America. Both pass number validation, which a sign-in page needs.
 */
const scenarioNumber = /^(?:86134900000|120255501)(\d{2})$/;
/** The same within a namespace's own range: only where that is claimed, since elsewhere these numbers are ordinary. */
const claimedNumber = /^861349\d{4}0(\d{2})$/;

/** `recipient` is a number in digits with its country code, or a mail address. */
export function findScenario(recipient: string, isClaimed: boolean): Disturbance | undefined {
	const [, name, domain] = /^(.+)@scenario\.(.+)$/.exec(recipient) ?? [];
	if (name) return domain === 'test' || isClaimed ? byName.get(name)?.mail : undefined;
	const [, number] = (isClaimed ? claimedNumber : scenarioNumber).exec(recipient) ?? [];
	return number === undefined ? undefined : byNumber.get(number)?.sms;
}
