// Refusals of DirectMail. Not every code of the real service is known: the rest takes the unknown path.
import { gatewayFaults } from '../aliyun/faults.ts';
import { admin, perhapsSent, user, type FaultCatalogue } from '../faults.ts';

export const mailFaults: FaultCatalogue = {
	...gatewayFaults,
	'InvalidMailAddress.NotFound': admin('`accountName` is not a sender address of this account and region.'),
	'InvalidMailAddressStatus*': admin('The sender address is frozen. Look at its state in the DirectMail console.'),
	'InvalidMailAddressDomain*': admin('The sender domain is not verified. Check its DNS records in the console.'),
	'InvalidToAddress*': user('number-rejected', 'The address is malformed, or on the list of addresses that bounce.'),
	'InvalidSendMail*': admin('A rate or quota of the account is used up, or the account is restricted.'),
	'InvalidSubject*': admin('The subject of the template is not accepted. Shorten it.'),
	'InvalidBody*': admin('The content of the template is not accepted.'),
	'InvalidFromAlias*': admin('`fromAlias` is not accepted. Use fewer than 15 characters.'),
	InternalServiceError: perhapsSent('DirectMail failed inside. Give the request id to its support.')
};
