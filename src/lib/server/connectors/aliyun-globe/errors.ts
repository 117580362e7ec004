// Refusals of the international product: the codes of the SMS product with other prefixes, and a few of its own.
import { smsFaults } from '../aliyun-sms/errors.ts';
import { admin, ofRegion, tooOften, type FaultCatalogue } from '../faults.ts';

export const globeFaults: FaultCatalogue = {
	...smsFaults,
	'isv.BUSINESS_LIMIT_CONTROL': tooOften('This number had its share of messages. The console shows the limits.'),
	'isv.DOMESTIC_NUMBER_NOT_SUPPORTED': ofRegion(
		'This product does not reach mainland China. Add a connector that serves it.'
	),
	'isp.RAM_PERMISSION_DENY': admin('The RAM user may not send. Attach a policy that allows dysms:SendMessageToGlobe.')
};
