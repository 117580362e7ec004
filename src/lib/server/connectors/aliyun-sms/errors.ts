// Every refusal of the SMS product that is known, what it means, and what an administrator can do about it.
import { gatewayFaults } from '../aliyun/faults.ts';
import { admin, busy, ofRegion, ours, perhapsSent, provider, tooOften, user, type FaultCatalogue } from '../faults.ts';

const account = 'The account has no working SMS service. Look at its state in the Aliyun console.';
const sendOnlyTheCode = 'The template wants another kind of value. Use one variable, `code`, of digits, 4 to 6 long.';
const testPair = 'A test signature or template only reaches test numbers. Use an approved pair.';
const content = 'The text broke a content rule. Review signature and template in the console.';

export const smsFaults: FaultCatalogue = {
	...gatewayFaults,

	'isv.BUSINESS_LIMIT_CONTROL': tooOften(
		'This number had its share: 1 a minute, 5 an hour, 10 a day for one signature; 40 a day over all senders. ' +
			'The console can raise it and whitelist test numbers.'
	),
	'BUSINESS_LIMIT_CONTROL_*': tooOften('This number had its share of messages. The console shows the limits.'),
	'biz.FREQUENCY': tooOften('This number had its share of messages. The console shows the limits.'),

	'isv.MOBILE_NUMBER_ILLEGAL': user(
		'number-rejected',
		'The number cannot be reached by this account. Outside +86, look whether its template is an overseas one.'
	),
	'isv.BLACK_KEY_CONTROL_LIMIT': user('number-rejected', 'The number is on a complaint list, which nobody can lift.'),
	'isv.COUNTRY_RESTRICTED': user('country-not-supported', 'The account may not send to this country.'),
	'isv.NOT_SUPPORTED_COUNTRY': user('country-not-supported', 'Aliyun does not send to this country.'),

	'isv.DAY_LIMIT_CONTROL': admin(
		'The daily cap of the account is reached. Look for somebody pumping messages before raising it.'
	),
	'isv.MONTH_LIMIT_CONTROL': admin(
		'The monthly cap of the account is reached. Look for somebody pumping messages before raising it.'
	),
	'isv.AMOUNT_NOT_ENOUGH': admin('No balance, or the package covers another region. Top up.'),
	'isv.OUT_OF_SERVICE': admin('The service is suspended for arrears. Top up.'),
	'isv.PRODUCT_UN_SUBSCRIPT': admin('The SMS service is not activated. Activate it in the console.'),
	'isv.PRODUCT_UNSUBSCRIBE': admin('The SMS service is not activated. Activate it in the console.'),
	'isv.ACCOUNT_NOT_EXISTS': admin(account),
	'isv.ACCOUNT_ABNORMAL': admin(account),
	'isv.SECURITY_FROZEN_ACCOUNT': admin(account),
	'isp.RAM_PERMISSION_DENY': admin('The RAM user may not send. Attach a policy that allows dysms:SendSms.'),

	'isv.SMS_SIGNATURE_ILLEGAL': admin(
		'The signature is unknown to this account or not approved. Compare `signName` letter by letter, without 【】.'
	),
	'isv.SIGN_STATE_ILLEGAL': admin('The signature is not usable any more. Look at its state in the console.'),
	'isv.SMS_SIGN_ILLEGAL': admin('The signature is banned. Look at its state in the console.'),
	'isv.SMS_SIGNATURE_SCENE_ILLEGAL': admin(
		'A verification signature only sends verification templates. Use a general one.'
	),
	'isv.SMS_TEMPLATE_ILLEGAL': ofRegion('The template is unknown to this account or not approved. Check its code.'),
	'isv.TEMPLATE_MISSING_PARAMETERS': admin(
		'The template has a variable that is not named `code`. Use one variable, `code`.'
	),
	'isv.TEMPLATE_PARAMS_ILLEGAL': admin(sendOnlyTheCode),
	'isv.PARAM_LENGTH_LIMIT': admin(sendOnlyTheCode),
	'isv.PARAM_NOT_SUPPORT_URL': admin(content),
	'isv.SMS_CONTENT_ILLEGAL': admin(`${content} Also seen when the request came from outside mainland China.`),
	'isv.UNSUPPORTED_CONTENT': admin(content),
	'isv.DOMESTIC_NUMBER_NOT_SUPPORTED': ofRegion(
		'An overseas template was used for a mainland number. Give `templateCode` both `china` and `overseas`.'
	),
	'isv.DENY_IP_RANGE': admin(
		'Mainland messages must be sent from an address in mainland China. Check the egress address.'
	),
	'isv.SMS_TEST_NUMBER_LIMIT': admin(testPair),
	'isv.SMS_TEST_SIGN_TEMPLATE_LIMIT': admin(testPair),
	'isv.SMS_TEST_TEMPLATE_PARAMS_ILLEGAL': admin(testPair),
	'isv.EXTEND_CODE_ERROR': admin(
		'The account asks for an extension code that Foyer does not send. Ask Aliyun to drop it.'
	),
	'isv.ONE_CODE_MULTIPLE_SIGN': admin('One extension code serves several signatures. Ask Aliyun to separate them.'),
	'isv.INVALID_SENDERID': ofRegion('The sender id is not registered for this country.'),
	'isv.SMS_CONTENT_CODE_ILLEGAL': ofRegion(content),
	'isv.SMS_SIGN_NAME_ILLEGAL': ofRegion('The signature is not usable in this country.'),
	'isv.FORBIDDEN_ACTION': admin('The account may not use this action. Is it a China or an international account?'),

	'isv.MOBILE_COUNT_OVER_LIMIT': ours(),
	'isv.INVALID_JSON_PARAM': ours(),
	'isv.INVALID_PARAMETERS': ours(),

	'isv.SMS_SECURITY_INTERCEPTED': provider('Aliyun takes this for fraud. Look for somebody pumping messages.'),
	'isv.QPS_LIMIT_CONTROL': busy('The account calls faster than its quota. Raise the quota if it happens often.'),
	'isp.SYSTEM_ERROR': perhapsSent('Aliyun failed inside. Give the request id to its support.'),
	'isp.GATEWAY_ERROR': perhapsSent('The carrier gateway failed. Give the request id to Aliyun.')
};

const windows = [
	['分钟', 60],
	['小时', 3_600],
	['天级', 86_400]
] as const;

/** The message names the window that is full (触发小时级流控Permits:5); it is read here and goes no further. */
export function secondsOfFullWindow(vendorMessage: unknown): number {
	const text = typeof vendorMessage === 'string' ? vendorMessage : '';
	return windows.find(([word]) => text.includes(word))?.[1] ?? 60;
}
