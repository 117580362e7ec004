// Refusals of the SMS verification service: those of the SMS product, and a few of its own.
import { smsFaults } from '../aliyun-sms/errors.ts';
import { admin, tooOften, type FaultCatalogue } from '../faults.ts';

export const dypnsFaults: FaultCatalogue = {
	...smsFaults,
	'biz.FREQUENCY': tooOften('The service takes one message a minute for a number.'),
	'isp.RAM_PERMISSION_DENY': admin('The RAM user may not send. Attach a policy that allows dypns:SendSmsVerifyCode.'),
	'isv.SMS_SIGNATURE_ILLEGAL': admin(
		'This service only takes the signatures that Aliyun gives with it. Copy `signName` from its console.'
	),
	'isv.SMS_TEMPLATE_ILLEGAL': admin(
		'This service only takes the templates that Aliyun gives with it. Copy `templateCode` from its console.'
	),
	'isv.TEMPLATE_MISSING_PARAMETERS': admin(
		'The template has other variables than `variables` says. Name exactly those of its text: code, or code and min.'
	)
};
